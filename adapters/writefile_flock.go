//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package adapters

import (
	"errors"
	"os"
	"syscall"
)

// lockFile locks f for this process until it is closed; the system does that
// too when the process is killed. The error is [ErrBusy] when somebody else
// holds the lock. left says that f was not created just now: on a file system
// without locks that is taken for somebody else's.
func lockFile(f *os.File, left bool) error {
	conn, err := f.SyscallConn()
	if err != nil {
		return err
	}
	var locked error
	err = conn.Control(func(fd uintptr) {
		for {
			locked = syscall.Flock(int(fd), syscall.LOCK_EX|syscall.LOCK_NB)
			if locked != syscall.EINTR {
				return
			}
		}
	})
	switch {
	case err != nil:
		return err
	case locked == syscall.EWOULDBLOCK:
		return ErrBusy
	case errors.Is(locked, errors.ErrUnsupported) || locked == syscall.ENOLCK:
		if left {
			return ErrBusy
		}
		return nil
	}
	return locked
}

// syncFolder makes what was renamed in dir outlive a power cut. File systems
// that cannot sync a folder say EINVAL or that it is not supported.
func syncFolder(dir *os.Root) error {
	f, err := dir.Open(".")
	if err != nil {
		return err
	}
	err = f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}
