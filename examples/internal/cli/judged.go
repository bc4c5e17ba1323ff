package cli

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/rescuetally/rescuetally/stats"
)

// MostCompared is how many records without an event are compared with each other
// unasked.
const MostCompared = 20_000

// judgedColumns are the header of a file of judgements.
var judgedColumns = []string{"publisher_a", "id_a", "publisher_b", "id_b", "verdict"} // read only

// Judged adds the flag -judged, and returns what hands the judgements in its file to
// a Reconciler: a CSV with the columns publisher_a, id_a, publisher_b, id_b and verdict, which
// is same or different.
func (p *Program) Judged() func(*stats.Reconciler) error {
	name := p.Flags.String("judged", "", "obey the judgements in this CSV `file`: publisher_a,id_a,publisher_b,id_b,verdict (same or different)")
	return func(records *stats.Reconciler) error {
		if *name == "" {
			return nil
		}
		file, err := os.Open(*name)
		if err != nil {
			return fmt.Errorf("open the judgements: %w", err)
		}
		defer file.Close()
		return readJudgements(file, *name, records.Judge)
	}
}

func readJudgements(r io.Reader, name string, judge func(...stats.Judgement) error) error {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(judgedColumns)
	header, err := in.Read()
	if err != nil || !slices.Equal(header, judgedColumns) {
		return fmt.Errorf("%s:1: the header of judgements is publisher_a,id_a,publisher_b,id_b,verdict", name)
	}
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if e, ok := errors.AsType[*csv.ParseError](err); ok {
			return fmt.Errorf("%s:%d:%d: %w: write five cells a row", name, e.Line, e.Column, e.Err)
		} else if err != nil {
			return fmt.Errorf("read the judgements: %w", err)
		}
		if row[4] != "same" && row[4] != "different" {
			line, column := in.FieldPos(4)
			return fmt.Errorf("%s:%d:%d: the verdict is same or different", name, line, column)
		}
		if err := judge(stats.Judgement{A: stats.Ref{Publisher: row[0], ID: row[1]}, B: stats.Ref{Publisher: row[2], ID: row[3]}, Same: row[4] == "same"}); err != nil {
			return err
		}
	}
}
