package incident

// dates checks the dates of the record and of its figures against each other
// and against the day on which they are judged.
func (c *checker) dates(asOf Date) {
	r := c.record
	last, judged := asOf.Latest()
	if judged {
		c.future(r.Published, last, "/published")
		c.future(r.Occurred, last, "/occurred")
	}
	if r.Occurred.IsInterval() && !r.Occurred.rises() {
		c.order(r.Occurred.Start(), r.Occurred.End(), "/occurred", "")
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if !f.From.IsZero() && !f.To.IsZero() {
			if order, _ := f.From.Compare(f.To); order > 0 {
				c.order(f.From, f.To, figurePath(i, "from"), figurePath(i, "to"))
			}
		}
		if judged && !f.From.IsZero() && isAfter(f.From, last) {
			c.future(f.From, last, figurePath(i, "from"))
		}
		if judged && !f.To.IsZero() && isAfter(f.To, last) {
			c.future(f.To, last, figurePath(i, "to"))
		}
	}
}

// order adds a finding when to ends before from starts: for certain, or as far
// as approximate dates tell.
func (c *checker) order(from, to Date, path, also string) {
	order, certain := from.Compare(to)
	switch {
	case order <= 0:
	case certain:
		c.addPair(CodeDateOrder, Error, path, also, "the time ends before it starts: exchange or correct the two dates")
	case !from.Overlaps(to):
		c.addPair(CodeDateOrder, Warning, path, also, "the time seems to end before it starts: check the two dates")
	}
}

// future adds a finding when the first day of d is after the last day on which
// the record is judged, or when d is an interval that ends after it.
func (c *checker) future(d Date, last Day, path string) {
	switch {
	case isAfter(d, last) && !d.Qualified():
		c.add(CodeDateFuture, Error, path, "the date lies after the day on which the record is judged")
	case isAfter(d, last):
		c.add(CodeDateFuture, Warning, path, "the date seems to lie after the day on which the record is judged")
	case d.IsInterval() && isAfter(d.End(), last):
		c.add(CodeDateFuture, Warning, path, "the time ends after the day on which the record is judged")
	}
}

func isAfter(d Date, last Day) bool {
	first, ok := d.Earliest()
	return ok && first > last
}

// window adds a finding when a figure lacks the dates that its accrual needs.
func (c *checker) window(i int, f *Figure) {
	switch f.Accrual {
	case AccrualPeriod:
		switch {
		case f.From.IsZero() && f.To.IsZero():
			c.addPair(CodeFigureWindow, Error, figurePath(i, "from"), figurePath(i, "to"),
				"a period has no dates: state from and to")
		case f.From.IsZero():
			c.add(CodeFigureWindow, Error, figurePath(i, "from"), "a period has no start: state from")
		case f.To.IsZero():
			c.add(CodeFigureWindow, Error, figurePath(i, "to"), "a period has no end: state to")
		}
	case AccrualCumulative:
		if f.To.IsZero() {
			c.add(CodeFigureWindow, Error, figurePath(i, "to"), "a running total has no end: state to, the day up to which it runs")
		}
	case AccrualStock:
		if f.To.IsZero() {
			c.add(CodeFigureWindow, Error, figurePath(i, "to"), "a stock has no day: state to, the day on which it was counted")
		}
	}
}
