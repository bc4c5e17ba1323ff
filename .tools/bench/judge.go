//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

// same reports where two tables differ: they have to agree in every byte.
func same(ours, other *runner) error {
	if bytes.Equal(ours.table, other.table) {
		return nil
	}
	a, b := strings.Split(string(ours.table), "\n"), strings.Split(string(other.table), "\n")
	said := []string{fmt.Sprintf("%s (%d lines) and %s (%d lines) do not agree:", ours.name, len(a), other.name, len(b))}
	const most = 5
	for i := 0; i < max(len(a), len(b)) && len(said) < 1+3*most; i++ {
		var x, y string
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		if x != y {
			said = append(said, fmt.Sprintf("line %d", i+1), "\t"+ours.name+": "+x, "\t"+other.name+": "+y)
		}
	}
	return errors.New(strings.Join(said, "\n"))
}

// judge compares the account of a run with what is known: how many records there are, and which are bad.
func (b *bench) judge(r *runner, bad []int) error {
	good, err := events(r.table)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", r.name, err)
	case good+len(bad) != b.records:
		return fmt.Errorf("%s: %d records are in the table and %d are bad, which are not all of %d", r.name, good, len(bad), b.records)
	case r.rejects:
		lines, err := b.linesAt(r.log)
		if err != nil {
			return err
		}
		return sameNumbers(r.name+" (lines)", lines, b.badLines)
	case r.read != b.records || r.good != good || r.broken != len(bad):
		return fmt.Errorf("%s: %d read, %d accepted, %d rejected; that has to be %d, %d, %d", r.name, r.read, r.good, r.broken, b.records, good, len(bad))
	case r == b.duckdbRows:
		return sameNumbers(r.name, r.bad, bad)
	}
	return nil
}

func sameNumbers(name string, got, want []int) error {
	if slices.Equal(got, want) {
		return nil
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			return fmt.Errorf("%s names %d bad records, %d were expected; from the %dth on they differ: %v, %v",
				name, len(got), len(want), i+1, got[min(i, len(got)):min(i+3, len(got))], want[min(i, len(want)):min(i+3, len(want))])
		}
	}
	return nil
}

// events adds up the column events of a table.
func events(table []byte) (n int, err error) {
	rows, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil || len(rows) == 0 {
		return 0, fmt.Errorf("no table: %w", err)
	}
	column := slices.Index(rows[0], "events")
	if column < 0 {
		return 0, errors.New("a table without events")
	}
	for _, row := range rows[1:] {
		events, err := strconv.Atoi(row[column])
		if err != nil {
			return 0, err
		}
		n += events
	}
	return n, nil
}

// linesAt returns the lines of the file at which the log of a run reports errors, each once, in order.
func (b *bench) linesAt(log string) ([]int, error) {
	f, err := os.Open(log)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var at []int
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		rest, ok := strings.CutPrefix(lines.Text(), b.file+":")
		number, rest, _ := strings.Cut(rest, ":")
		_, rest, _ = strings.Cut(rest, ":")
		if !ok || !strings.HasPrefix(rest, " error: ") {
			continue
		}
		n, err := strconv.Atoi(number)
		if err != nil {
			return nil, err
		}
		at = append(at, n)
	}
	slices.Sort(at)
	return slices.Compact(at), lines.Err()
}

// recordsAt returns the numbers of the records that stand on some lines of the file. In CSV a row may take several; where
// rows begin is what encoding/csv says.
func (b *bench) recordsAt(lines []int) (numbers []int, err error) {
	if b.format != "csv" {
		return lines, nil
	}
	f, err := os.Open(b.file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 256<<10))
	r.FieldsPerRecord, r.ReuseRecord = -1, true
	row, next := -1, 0 // the row that was read last, of which the header is 0, and the line where it begins
	for _, line := range lines {
		for ; next <= line; row++ {
			_, err := r.Read()
			if err == io.EOF {
				next = math.MaxInt
				continue
			}
			if err != nil {
				return nil, err
			}
			next, _ = r.FieldPos(0)
		}
		numbers = append(numbers, row-1)
	}
	return slices.Compact(numbers), nil
}

// onlyJSON copies the lines of a file that are JSON, and returns how many it left out.
func onlyJSON(to, from string) (left int, err error) {
	in, err := os.Open(from)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		return 0, err
	}
	w := bufio.NewWriterSize(out, 1<<20)
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 64<<10), 1<<20)
	for lines.Scan() {
		if !json.Valid(lines.Bytes()) {
			left++
			continue
		}
		w.Write(lines.Bytes())
		w.WriteByte('\n')
	}
	return left, errors.Join(lines.Err(), w.Flush(), out.Close())
}
