//go:build unix

package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A runner is a program and what its runs came to.
type runner struct {
	name    string
	args    []string
	env     []string
	rejects bool   // it lists bad records on standard error, and then ends with 1
	sum     string // instead of a program: the file whose bytes are added up

	whole []float64 // seconds of the whole process, a round each
	job   []float64 // of the job within it, as an engine says
	rss   int64     // the most bytes that it held in memory

	table              []byte // of the last run, like what follows
	log                string // the file of its standard error
	read, good, broken int
	bad                []int // numbers of bad records
}

// run runs the program once. What it writes to standard error goes to a file, because this program has to stay small: a
// process begins with the memory of the one that starts it, and the system counts that in the most that it held.
func (r *runner) run(scratch string, counted bool) error {
	if r.sum != "" {
		return r.addUp(counted)
	}
	r.log = filepath.Join(scratch, strings.Map(func(c rune) rune {
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return c
		}
		return '-'
	}, r.name)+".log")
	log, err := os.Create(r.log)
	if err != nil {
		return err
	}
	defer log.Close()
	var out bytes.Buffer
	c := exec.Command(r.args[0], r.args[1:]...)
	c.Env, c.Stdout, c.Stderr = append(os.Environ(), r.env...), &out, log
	// Each starts on a machine that has nothing else to do: this program has tidied up, and so has the one before.
	runtime.GC()
	time.Sleep(time.Second / 2)
	start := time.Now()
	err = c.Run()
	took := time.Since(start).Seconds()
	if e, ok := errors.AsType[*exec.ExitError](err); ok && r.rejects && e.ExitCode() == 1 {
		err = nil
	}
	if err != nil {
		said, _ := os.ReadFile(r.log)
		return fmt.Errorf("%s: %w\n%s", r.name, err, said[max(0, len(said)-2000):])
	}
	r.table = out.Bytes()
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.rss = max(r.rss, held(usage))
	}
	if counted {
		r.whole = append(r.whole, took)
	}
	return r.readLog(counted)
}

// held returns the most bytes that a process held in memory.
func held(usage *syscall.Rusage) int64 {
	if runtime.GOOS == "darwin" { // which counts bytes, the others KiB
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}

// heldByThis is held for this process.
func heldByThis() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return held(&usage)
}

// readLog takes what an engine says of its work from its standard error.
func (r *runner) readLog(counted bool) error {
	if r.rejects {
		return nil
	}
	f, err := os.Open(r.log)
	if err != nil {
		return err
	}
	defer f.Close()
	r.bad = nil
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		what, rest, _ := strings.Cut(line, " ")
		switch what {
		case "read":
			if _, err := fmt.Sscanf(line, "read %d accepted %d rejected %d", &r.read, &r.good, &r.broken); err != nil {
				return fmt.Errorf("%s: %q: %w", r.name, line, err)
			}
		case "job":
			seconds, err := strconv.ParseFloat(rest, 64)
			if err != nil {
				return err
			}
			if counted {
				r.job = append(r.job, seconds)
			}
		case "bad":
			n, err := strconv.Atoi(rest)
			if err != nil {
				return err
			}
			r.bad = append(r.bad, n)
		}
	}
	return lines.Err()
}

// addUp adds up the bytes of the file: what any program has to do at least.
func (r *runner) addUp(counted bool) error {
	start := time.Now()
	f, err := os.Open(r.sum)
	if err != nil {
		return err
	}
	defer f.Close()
	var sum uint64
	buf := make([]byte, 256<<10)
	for {
		n, err := f.Read(buf)
		for _, c := range buf[:n] {
			sum += uint64(c)
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	r.table = strconv.AppendUint(nil, sum, 10)
	if counted {
		r.whole = append(r.whole, time.Since(start).Seconds())
	}
	return nil
}

// seconds is what the runner took: the median of the job alone where that is known, and else of the whole process.
func (r *runner) seconds() float64 {
	if len(r.job) > 0 {
		return min(median(r.job), median(r.whole))
	}
	return median(r.whole)
}

func median(of []float64) float64 {
	s := slices.Sorted(slices.Values(of))
	if len(s) == 0 {
		return 0
	}
	return (s[len(s)/2] + s[(len(s)-1)/2]) / 2
}

func (r *runner) mib() float64 { return float64(r.rss) / (1 << 20) }
