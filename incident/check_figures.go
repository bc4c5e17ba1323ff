package incident

// figures checks each figure's members against each other, and that no two
// figures count the same thing.
func (c *checker) figures() {
	figures := c.record.Figures
	if len(figures) > maxCompared {
		c.add(CodeLimitFields, Note, "/figures", "the record has more than 1,000 figures: the rest are not compared with each other")
	}
	for i := range figures {
		f := &figures[i]
		if f.Count.IsZero() && f.Text == "" {
			c.add(CodeFigureEmpty, Error, figurePath(i, ""), "the figure has neither a count nor a text: state one or leave it out")
		}
		c.window(i, f)
		if f.Measure == Share {
			c.share(i, f)
		}
		for j := range min(i, maxCompared) {
			if i < maxCompared && sameKey(f, &figures[j]) {
				c.duplicate(i, j)
				break
			}
		}
	}
}

func (c *checker) share(i int, f *Figure) {
	count := f.Count
	if max(count.best, count.low, count.high) > 100 {
		c.add(CodeShareRange, Error, figurePath(i, "count"), "a share lies outside 0 to 100 percent")
	}
	if f.Unit == "" {
		c.add(CodeShareBase, Warning, figurePath(i, "unit"), "a share does not say what it is a share of: state it in unit")
	}
}

// sameKey reports whether f and g say that they count the same thing.
func sameKey(f, g *Figure) bool {
	return f.Group.Nationality == g.Group.Nationality && f.Measure == g.Measure && f.Label == g.Label && f.Accrual == g.Accrual && f.Beside == g.Beside &&
		f.From == g.From && f.To == g.To && f.Unit == g.Unit && f.Group == g.Group
}

// duplicate adds a finding about figure i, which counts the same thing as the
// earlier figure j.
func (c *checker) duplicate(i, j int) {
	a, b := c.count(i), c.count(j)
	if a.read && b.read && (a.low > b.high || b.low > a.high) {
		c.addPair(CodeFigureDuplicate, Error, figurePath(i, ""), figurePath(j, ""),
			"two figures count the same thing and differ: keep one, or tell them apart by group, window or label")
		return
	}
	c.addPair(CodeFigureDuplicate, Warning, figurePath(i, ""), figurePath(j, ""),
		"two figures count the same thing: keep one, or tell them apart by group, window or label")
}

// figureCount is the interval of one figure, worked out when a rule asks.
type figureCount struct {
	low, high int64 // the high bound is the largest int64 when open
	asked     bool
	read      bool // there is a number
	exact     bool // best, low and high are one
}

// count returns the interval of figure i, read from its text when it states no
// count.
func (c *checker) count(i int) figureCount {
	if c.counts == nil {
		c.counts = make([]figureCount, len(c.record.Figures))
	}
	n := &c.counts[i]
	if !n.asked {
		n.asked = true
		count, err := c.record.Figures[i].Resolve(c.record.Source.Lang)
		if err == nil && !count.IsZero() {
			n.low, n.high, _ = count.Interval()
			n.read = true
			n.exact = count.has == hasAll && count.low == count.high
		}
	}
	return *n
}

// countPath is the path of what figure i says: its count, or the text it is
// read from.
func (c *checker) countPath(i int) string {
	if c.record.Figures[i].Count.IsZero() {
		return figurePath(i, "text")
	}
	return figurePath(i, "count")
}
