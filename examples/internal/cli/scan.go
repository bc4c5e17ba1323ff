package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"sync"

	"github.com/rescuetally/rescuetally/adapters"
	"github.com/rescuetally/rescuetally/incident"
)

// Scan reads files by name and hands their good records to use as they pass by,
// from several goroutines at once: see [adapters.Scan]. With check, what the
// rules find in them is listed as well, in the order of the files. Otherwise it
// is like [Program.Read].
func (p *Program) Scan(ctx context.Context, names []string, workers int, check bool, use func(worker int, v *incident.View)) (Sum, error) {
	var sum Sum
	if !p.progress { // nobody watches: thousands of lines are written in few pieces
		log := bufio.NewWriterSize(p.Log, 1<<16)
		defer func(to io.Writer) {
			_ = log.Flush() // there is nowhere to say that nothing can be said
			p.Log = to
		}(p.Log)
		p.Log = log
	}
	o := &adapters.ScanOptions{Workers: workers}
	o.Policy, o.Report = adapters.Skip, p.report
	if check {
		o.Check = &incident.CheckOptions{}
		o.Found = func(f adapters.Found) {
			p.list(f.Faults)
			for i := range f.Faults {
				sum.Wrong = sum.Wrong || f.Faults[i].Severity == incident.Error
			}
		}
	}
	seen := func(worker int, v *incident.View) error {
		use(worker, v)
		return nil
	}
	if p.progress {
		var showing sync.Mutex
		seen = func(worker int, v *incident.View) error {
			use(worker, v)
			showing.Lock()
			defer showing.Unlock()
			p.show()
			return nil
		}
	}
	var failed []error
	for _, name := range names {
		if ctx.Err() != nil && len(failed) > 0 {
			break
		}
		failed = append(failed, p.scanFile(ctx, name, names, &sum, o, seen))
	}
	return sum, errors.Join(failed...)
}

func (p *Program) scanFile(ctx context.Context, name string, names []string, sum *Sum, o *adapters.ScanOptions, use func(int, *incident.View) error) error {
	file, format, err := p.open(name, names)
	if err != nil {
		return err
	}
	defer file.Close()
	dec, err := p.decoder(file, file.Name(), format)
	if err != nil {
		return err
	}
	s, err := adapters.Scan(ctx, dec, o, use)
	p.finish(sum, s)
	return err
}
