// The job in Polars, on two threads: read a file of records with one figure each, check every one, add up the good ones by
// country and month.
//
//	POLARS_MAX_THREADS=2 node polars.mjs FORMAT FILE CODES.json
//
// The table goes to standard output, the account to standard error. The file is read once, by the streaming engine.
//
// Left out, in Polars' favour, is what duckdb.mjs leaves out, and:
//   - Its reader of JSON lines ends at the first line that is no JSON. It is given a copy of the file without those lines; the
//     environment variable LEFT_OUT says how many they are, and the time that it takes to find them is not counted.
//   - Its reader of CSV says nothing of rows with too few or too many cells. Those of this data are found by the cells that
//     have moved to a column where they are wrong.
//
// Its reader of JSON lines takes several times as long for a list of objects, such as the figures, as for all the rest; to
// read the lines as cells and decode those is the fastest of what was tried.
import pl from "nodejs-polars";
import { args, finish, quantiles, Table } from "./job.mjs";

const { format, file, codes } = args();
const started = performance.now();

const { col, lit } = pl;
const strings = (...names) => names.map((n) => new pl.Field(n, pl.Utf8));
const lists = (...names) => names.map((n) => new pl.Field(n, pl.List(pl.Utf8)));

function scan() {
  if (format === "csv") return pl.scanCSV(file, { inferSchemaLength: 0, truncateRaggedLines: true });
  const place = pl.Struct([...strings("country", "admin1", "name"), new pl.Field("lat", pl.Float64), new pl.Field("lon", pl.Float64)]);
  const group = pl.Struct(strings("nationality", "sex", "age", "admin1"));
  const figure = pl.Struct([...strings("measure", "count", "text", "accrual"), new pl.Field("group", group)]);
  const source = pl.Struct(strings("name", "kind", "url", "lang", "grade"));
  const record = pl.Struct([
    ...strings("kind", "id", "event", "published", "occurred"), new pl.Field("place", place), new pl.Field("figures", pl.List(figure)),
    ...strings("lure"), ...lists("exploitation", "conditions", "agencies"), new pl.Field("source", source), ...strings("notes"),
  ]);
  const within = (object, ...names) => names.map((n) => object.struct.field(n));
  // One cell a line: no line has a character of number 1 or 2.
  return pl.scanCSV(file, { hasHeader: false, sep: "\x01", quoteChar: "\x02", inferSchemaLength: 0 })
    .select(col("column_1").str.jsonDecode(record).as("record"))
    .select(...within(col("record"), "kind", "id", "event", "published", "occurred", "place", "figures", "lure", "source", "notes"),
      ...["exploitation", "conditions", "agencies"].map((n) => col("record").struct.field(n).lst.join(";").as(n)))
    .withColumns(col("figures").lst.first().as("figure"))
    .withColumns(
      ...within(col("place"), "country", "admin1", "lat", "lon"), col("place").struct.field("name").as("place"),
      ...within(col("figure"), "measure", "count", "text", "accrual"),
      ...within(col("figure").struct.field("group"), "nationality", "sex", "age"),
      col("figure").struct.field("group").struct.field("admin1").as("group_admin1"),
      ...["kind", "url", "lang"].map((n) => col("source").struct.field(n).as(`source_${n}`)), ...within(col("source"), "grade"),
      col("source").struct.field("name").as("source"),
    );
}

const hidden = "\\x{7f}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{fff9}-\\x{fffb}\\x{feff}\\x{e0000}-\\x{e007f}";
const forbiddenInText = `[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f${hidden}]`;
const forbiddenInID = `[\\x00-\\x1f\\x{200b}-\\x{200f}\\x{2060}-\\x{2064}${hidden}]`;
const condition = `(?:${codes.conditions.join("|")})`;
const inText = ["place", "text", "lure", "exploitation", "agencies", "source", "notes"];

// optional is true where a column is not stated.
const optional = (rule) => rule.fillNull(true);
const required = (rule) => rule.fillNull(false);
const matches = (name, pattern) => col(name).str.contains(`^(?:${pattern})$`);
const whole = (s) => s.cast(pl.Int64, false);
const between = (name, low, high) => col(name).cast(pl.Float64, false).gtEq(low).and(col(name).cast(pl.Float64, false).ltEq(high));
// isDay takes 2024, 2024-03, 2024-03-XX and 2024-03-30, each perhaps with ?, ~ or %; what is missing becomes the first of it.
const shape = "^[0-9]{4}(?:-[0-9]{2}(?:-(?:[0-9]{2}|XX))?)?[?~%]?$";
const isDay = (s) => s.str.contains(shape).and(
  s.str.stripCharsEnd("?~%").str.replace("XX", "01", true).add(lit("-01-01")).str.slice(0, 10).str.strptime(pl.Date, "%Y-%m-%d").isNotNull()).or(s.isNull());

const good = [
  required(col("kind").isIn(codes.kinds)),
  required(col("id").str.contains(forbiddenInID).not().and(col("id").str.contains("^.{1,128}$")).and(col("id").str.contains("\\S"))),
  optional(col("event").str.contains(forbiddenInID).not().and(col("event").str.contains("\\S"))),
  isDay(col("published")),
  isDay(col("occurred_from")),
  isDay(col("occurred_to")), optional(col("occurred_from").ltEq(col("occurred_to"))),
  optional(col("country").isIn(codes.countries)),
  optional(col("admin1").isIn(codes.subdivisions)),
  optional(col("admin1").str.slice(0, 2).eq(col("country"))),
  col("lat").isNull().eq(col("lon").isNull()),
  optional(between("lat", -90, 90)), optional(between("lon", -180, 180)),
  required(col("measure").isIn(codes.measures)),
  col("count").isNotNull().or(col("text").isNotNull()),
  optional(required(col("n").cast(pl.Utf8).eq(col("digits")).and(col("op").isIn(["", "~", ">=", "<=", ">", "<"])).and(col("op").neq(lit("<")).or(col("n").gt(0))))
    .or(required(col("range_low").ltEq(col("range_high")))).or(col("count").isNull())),
  optional(col("accrual").isIn(codes.accruals)),
  optional(col("nationality").isIn([...codes.countries, "XX", "OTHER", "unknown"])),
  optional(col("sex").isIn(["F", "M", "X", "unknown"])),
  optional(matches("age", "child|adult|unknown|(?:0|[1-9][0-9]{0,2})-(?:0|[1-9][0-9]{0,2})")),
  optional(whole(col("age").str.extract("^([0-9]+)-", 1)).ltEq(whole(col("age").str.extract("-([0-9]+)$", 1)))),
  optional(whole(col("age").str.extract("-([0-9]+)$", 1)).ltEq(130)),
  optional(col("group_admin1").isIn(codes.subdivisions)),
  optional(col("source_kind").isIn(codes.sourceKinds)),
  optional(matches("source_url", "https?://[A-Za-z0-9][A-Za-z0-9.-]*\\.[A-Za-z]{2,}(?:/[A-Za-z0-9/._~=&+,:?-]*)?")),
  optional(matches("source_lang", "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")),
  optional(matches("grade", "[A-F][1-6]")),
  optional(matches("conditions", `${condition}(?:;${condition})*`)),
  ...inText.map((name) => optional(col(name).str.contains(forbiddenInText).not())),
].reduce((a, b) => a.and(b));

const plain = col("op").eq(lit(""));
const checked = scan()
  .withColumns(
    col("occurred").str.replace("/.*$", "").as("occurred_from"),
    col("occurred").str.replace("^.*/", "").as("occurred_to"),
    col("count").str.stripCharsStart("<>=~").as("digits"),
    col("count").str.stripCharsEnd(".0123456789").as("op"),
    col("count").str.extract("^(0|[1-9][0-9]*)\\.\\.(?:0|[1-9][0-9]*)$", 1).cast(pl.Int64, false).as("range_low"),
    col("count").str.extract("^(?:0|[1-9][0-9]*)\\.\\.(0|[1-9][0-9]*)$", 1).cast(pl.Int64, false).as("range_high"),
  )
  .withColumns(whole(col("digits")).as("n"))
  .select(
    good.as("ok"), "country", "measure", "nationality", "source",
    pl.when(col("occurred_from").str.slice(0, 7).eq(col("occurred_to").str.slice(0, 7)).and(col("occurred_from").str.slice(4, 1).eq(lit("-"))))
      .then(col("occurred_from").str.slice(0, 7)).otherwise(lit(null)).as("month"),
    pl.when(col("op").eq(lit(">")).or(col("op").eq(lit("<")))).then(lit(null)).otherwise(col("n")).as("best"),
    pl.when(plain).then(col("n").fillNull(col("range_low"))).when(col("op").eq(lit(">="))).then(col("n")).when(col("op").eq(lit(">"))).then(col("n").add(1)).otherwise(lit(null)).as("low"),
    pl.when(plain).then(col("n").fillNull(col("range_high"))).when(col("op").eq(lit("<="))).then(col("n")).when(col("op").eq(lit("<"))).then(col("n").sub(1)).otherwise(lit(null)).as("high"),
  )
  .collectSync({ engine: "streaming" });

const kept = checked.filter(col("ok"));
const accepted = kept.height;
const rejected = checked.height - accepted + Number(process.env.LEFT_OUT ?? 0);

// The smallest number that at least the part q of the others does not exceed.
const at = (q) => col("best").filter(col("best").rank("ordinal").gtEq(col("best").count().mul(q).ceil())).min();
const ask = (frame) => frame.collectSync({ engine: "streaming" }).toRecords();
const table = new Table();
for (const g of ask(kept.lazy().groupBy(["country", "month", "measure"]).agg(
  pl.len().as("figures"),
  ...["best", "low", "high"].flatMap((part) => [col(part).sum().as(part), col(part).count().as(`stated_${part}`)]),
  ...quantiles.map((q) => at(q).as(`at_${q}`)),
))) {
  table.measure(g.country, g.month, g.measure, {
    figures: Number(g.figures), sums: [g.best, g.low, g.high], stated: [g.stated_best, g.stated_low, g.stated_high].map(Number),
    at: quantiles.map((q) => g[`at_${q}`]),
  });
}
const nationalities = new Map();
for (const g of ask(kept.lazy().groupBy(["country", "month", "nationality"]).agg(pl.len().as("n")))) {
  const key = JSON.stringify([g.country, g.month]);
  if (!nationalities.has(key)) nationalities.set(key, []);
  nationalities.get(key).push([g.nationality, Number(g.n)]);
}
for (const g of ask(kept.lazy().groupBy(["country", "month"]).agg(col("source").dropNulls().nUnique().as("sources")))) {
  table.values(g.country, g.month, nationalities.get(JSON.stringify([g.country, g.month])), Number(g.sources));
}
finish(table, { accepted, rejected, started });
