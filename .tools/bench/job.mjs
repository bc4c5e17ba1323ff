// What the two engines' programs share: the job's parts that are not the engine's, and the table that it ends in. The
// table is the one that examples/tally writes.
import fs from "node:fs";

export const summed = ["freed", "returned", "held", "reported", "arrested", "escaped"];
export const quantiles = [0.5, 0.95];
const top = 3;

export const columns =
  "kind,id,event,published,occurred,country,admin1,place,lat,lon,measure,count,text,accrual,from,to,nationality,sex,age,group_admin1,group_place,group_by,label,beside,unit,lure,exploitation,conditions,agencies,source,source_kind,source_url,source_lang,grade,derived_from,supersedes,retracts,notes".split(",");

// args returns what the driver calls a program with: [rowid|window] FORMAT FILE CODES. The first says how the number of each
// bad record is to be found, if it is to be told.
export function args() {
  const rest = process.argv.slice(2);
  const numbers = rest.length > 3 ? rest.shift() : undefined;
  const [format, file, codes] = rest;
  return { numbers, format, file, codes: JSON.parse(fs.readFileSync(codes, "utf8")) };
}

// bucketFloor rounds a best figure down as stats.TallyRow.Quantile does: 255 and below are exact, above every power of two
// is divided into 128.
export function bucketFloor(n) {
  if (n < 256) return n;
  const width = 2 ** (Math.floor(Math.log2(n)) - 7);
  return Math.floor(n / width) * width;
}

// A Table is put together of what an engine has added up.
export class Table {
  rows = new Map();

  row(country, month) {
    const key = [country ?? "", month ?? ""];
    const name = JSON.stringify(key);
    let row = this.rows.get(name);
    if (!row) this.rows.set(name, (row = { key, events: 0, sources: 0, nationalities: [], measures: new Map() }));
    return row;
  }

  // measure takes what a measure comes to in a row: how many figures there are, the sums of best, low and high, how many
  // figures state them, and the quantiles of best.
  measure(country, month, measure, { figures, sums, stated, at }) {
    if (!summed.includes(measure)) throw new Error(`${measure} is no measure of this job`);
    const row = this.row(country, month);
    row.events += figures;
    row.measures.set(measure, { figures, sums, stated, at: at ?? quantiles.map(() => null) });
  }

  // values takes the nationalities of a row, as [value, n], and how many sources it has.
  values(country, month, nationalities, sources) {
    const row = this.row(country, month);
    row.nationalities = nationalities.filter(([value]) => value !== null);
    row.sources = sources;
  }

  // csv returns the table as examples/tally writes it.
  csv() {
    const head = ["country", "month"];
    for (const m of summed) head.push(`${m}_best`, `${m}_low`, `${m}_high`, `${m}_lost`);
    head.push("events", "records", "top_nationality", "distinct_source");
    for (const m of summed) for (const q of quantiles) head.push(`${m}_p${q * 100}`);
    const lines = [head.join(",")];
    const rows = [...this.rows.values()].sort((a, b) => bytewise(a.key[0], b.key[0]) || bytewise(a.key[1], b.key[1]));
    for (const row of rows) {
      const cells = [...row.key];
      for (const m of summed) cells.push(...total(row.measures.get(m)));
      cells.push(row.events, row.events);
      const values = row.nationalities.sort((a, b) => b[1] - a[1] || bytewise(a[0], b[0])).slice(0, top);
      cells.push(quoted(values.map(([value, n]) => `${value}:${n}`).join(";")), row.sources);
      for (const m of summed) {
        const at = row.measures.get(m)?.at ?? quantiles.map(() => null);
        for (const n of at) cells.push(n === null ? "" : bucketFloor(Number(n)));
      }
      lines.push(cells.join(","));
    }
    return lines.join("\n") + "\n";
  }
}

// total returns the cells of a sum: best and high only when every figure states one, low when one does; and what was lost.
function total(m) {
  if (!m) return ["", "", "", ""];
  const cells = [];
  const lost = [];
  ["best", "low", "high"].forEach((part, i) => {
    const kept = m.stated[i] > 0 && (part === "low" || m.stated[i] === m.figures);
    cells.push(kept ? m.sums[i] : "");
    if (m.stated[i] > 0 && !kept) lost.push(part);
  });
  return [...cells, quoted(lost.join(";"))];
}

// quoted puts a list in quotes as tally does: when it has more than one item.
function quoted(text) {
  return text.includes(";") ? `"${text}"` : text;
}

function bytewise(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

// finish prints the table, the account of what was read, how long the job alone took, and the numbers of bad rows.
export function finish(table, { accepted, rejected, started, bad }) {
  const text = table.csv();
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(text);
  process.stderr.write(`read ${accepted + rejected} accepted ${accepted} rejected ${rejected}\njob ${seconds.toFixed(4)}\n`);
  for (const n of bad ?? []) process.stderr.write(`bad ${n}\n`);
}
