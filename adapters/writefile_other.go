//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package adapters

import "os"

// lockFile has no lock to take: creating the file was the claim, and one that
// was there before may be another writer's.
func lockFile(_ *os.File, left bool) error {
	if left {
		return ErrBusy
	}
	return nil
}

// syncFolder does nothing: a folder cannot be synced here.
func syncFolder(*os.Root) error { return nil }
