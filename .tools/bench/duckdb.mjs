// The job in DuckDB, on two threads: read a file of records with one figure each, check every one, add up the good ones by
// country and month.
//
//	node duckdb.mjs [rowid|window] FORMAT FILE CODES.json
//
// The table goes to standard output, the account to standard error; with "rowid" or "window" also the number of each bad record.
//
// The file is read once. Every rule of incident.Record.Check that can concern this data is applied to every record, each in
// the fastest of the ways that were tried. Left out, in DuckDB's favour: members that the format does not have, two members of
// one name, invisible characters beside letters that they may not follow, words that mix scripts, and whatever concerns
// columns in which this data has nothing.
import duckdb from "@duckdb/node-api";
import { args, columns, finish, quantiles, summed, Table } from "./job.mjs";

const { numbers, format, file, codes } = args();

const db = await duckdb.DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await db.connect();
const run = (sql) => connection.run(sql);
const ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
const text = (s) => `'${s.replaceAll("'", "''")}'`;

const started = performance.now();

// Lists of codes are enumerations: a cast to one is a look-up in a hash table. "in" becomes a join, which loses the order
// of the rows.
const lists = {
  kind: codes.kinds, measure: codes.measures, accrual: codes.accruals, country: codes.countries, subdivision: codes.subdivisions,
  nationality: [...codes.countries, "XX", "OTHER", "unknown"], sex: ["F", "M", "X", "unknown"], age: ["child", "adult", "unknown"],
  source_kind: codes.sourceKinds, op: ["", "~", ">=", "<=", ">"],
};
for (const [name, all] of Object.entries(lists)) await run(`create type "${name}" as enum (${all.map(text).join(", ")})`);
const known = (column, name) => `try_cast(${column} as "${name ?? column}") is not null`;

// What a text for people may not hold: controls beside tab and line breaks, and what turns the direction of writing around.
const hidden = "\\x{7f}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\x{fff9}-\\x{fffb}\\x{feff}\\x{e0000}-\\x{e007f}";
const forbiddenInText = text(`[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f${hidden}]`);
const forbiddenInID = text(`[\\x00-\\x1f\\x{200b}-\\x{200f}\\x{2060}-\\x{2064}${hidden}]`);
const condition = `(?:${codes.conditions.join("|")})`;

// A case is worked out branch by branch, and only for the rows that reach the branch; and, or are so in a condition alone.
const macros = [
  // A day is one when it is written as the calendar writes it.
  `create macro is_day(s) as coalesce(try_cast(s as date)::varchar = s, false)`,
  // 2024, 2024-03, 2024-03-XX and 2024-03-30, each perhaps with ?, ~ or %, and intervals of such.
  `create macro is_plain(s) as case length(s) when 4 then is_day(s || '-01-01') when 7 then is_day(s || '-01')
     when 10 then is_day(case when s[9:] = 'XX' then s[:8] || '01' else s end) else false end`,
  `create macro is_moment(s) as case when is_day(s) then true when contains('?~%', s[-1]) then is_plain(s[:-2]) else is_plain(s) end`,
  `create macro is_interval(a, b, s) as length(a) + length(b) + 1 = length(s) and is_moment(a) and is_moment(b) and a <= b`,
  `create macro is_date(s) as case when is_day(s) then true when contains(s, '/') then is_interval(split_part(s, '/', 1), split_part(s, '/', 2), s)
     else is_moment(s) end`,
  `create macro month_of(s) as case when s[5] <> '-' then null
     when contains(s, '/') then case when s[:7] = split_part(s, '/', 2)[:7] then s[:7] end else s[:7] end`,
];
for (const macro of macros) await run(macro);

// texts are checked in one go.
const inText = ["place", "text", "lure", "exploitation", "agencies", "source", "notes"];
// A list of JSON is read as the text it is; what it may not hold is escaped there.
const listed = {
  csv: `(conditions is null or regexp_full_match(conditions, '${condition}(?:;${condition})*'))`,
  ndjson: `(conditions is null or regexp_full_match(conditions, '\\["${condition}"(?:,"${condition}")*\\]'))
    and not regexp_matches(concat(exploitation, agencies), '\\\\(?:u00[017]|[bf])')`,
}[format];
const good = `
  ${known("kind")}
  and strlen(id) between 1 and 128 and trim(id) <> '' and not regexp_matches(id, ${forbiddenInID})
  and (event is null or trim(event) <> '' and not regexp_matches(event, ${forbiddenInID}))
  and (published is null or is_moment(published))
  and (occurred is null or is_date(occurred))
  and (country is null or ${known("country")})
  and (admin1 is null or ${known("admin1", "subdivision")} and (country is null or admin1[:2] = country))
  and (lat is null) = (lon is null) and (lat is null or try_cast(lat as double) between -90 and 90 and try_cast(lon as double) between -180 and 180)
  and ${known("measure")}
  and (count is not null or text is not null)
  and (count is null or case when ranged then range_low::varchar || '..' || range_high::varchar = count and range_low between 0 and range_high
    else n::varchar = digits and n >= 0 and ${known("op")} or op = '<' and n > 0 end)
  and (accrual is null or ${known("accrual")})
  and (nationality is null or ${known("nationality")})
  and (sex is null or ${known("sex")})
  and (age is null or ${known("age")} or regexp_full_match(age, '(0|[1-9][0-9]{0,2})-(0|[1-9][0-9]{0,2})')
    and try_cast(split_part(age, '-', 1) as int) <= try_cast(split_part(age, '-', 2) as int) and try_cast(split_part(age, '-', 2) as int) <= 130)
  and (group_admin1 is null or ${known("group_admin1", "subdivision")})
  and (source_kind is null or ${known("source_kind")})
  and (source_url is null or regexp_full_match(source_url, 'https?://[A-Za-z0-9][A-Za-z0-9.-]*\\.[A-Za-z]{2,}(?:/[A-Za-z0-9/._~=&+,:?-]*)?'))
  and (source_lang is null or regexp_full_match(source_lang, '[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?'))
  and (grade is null or regexp_full_match(grade, '[A-F][1-6]'))
  and ${listed}
  and not regexp_matches(concat_ws(' ', ${inText.join(", ")}), ${forbiddenInText})`;

// best, low and high of n, ~n, >=n, >n, <=n, <n and low..high, in steps, so that each number is read once.
const steps = [
  `select *, ltrim(count, '<>=~') as digits, contains(count, '..') as ranged`,
  `select *, try_cast(digits as bigint) as n, count[:length(count) - length(digits)] as op,
    case when ranged then try_cast(split_part(count, '..', 1) as bigint) end as range_low,
    case when ranged then try_cast(split_part(count, '..', 2) as bigint) end as range_high`,
  `select *, case when ${good} then true else false end as ok`,
  `select *, case when op <> '>' and op <> '<' then n end as best,
    case op when '' then coalesce(n, range_low) when '>=' then n when '>' then n + 1 end as low,
    case op when '' then coalesce(n, range_high) when '<=' then n when '<' then n - 1 end as high`,
];

const members = (names) => names.map((n) => `"${n}": 'VARCHAR'`).join(", ");
const struct = (names) => `STRUCT(${names.map((n) => `"${n}" VARCHAR`).join(", ")})`;
const source = {
  // Rows with too few or too many cells are refused by the reader, which notes them in reject_errors.
  csv: `read_csv(${text(file)}, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', auto_detect = false,
    columns = {${members(columns)}}, store_rejects = true, rejects_limit = 0)`,
  // A line that is no JSON becomes a row of nulls, and is bad for having no kind.
  ndjson: `(select kind, id, event, published, occurred, place.country as country, place.admin1 as admin1, place.name as place, place.lat as lat,
      place.lon as lon, f.measure as measure, f.count as count, f.text as text, f.accrual as accrual, f.group.nationality as nationality,
      f.group.sex as sex, f.group.age as age, f.group.admin1 as group_admin1, lure, exploitation, conditions, agencies, source.name as source,
      source.kind as source_kind, source.url as source_url, source.lang as source_lang, source.grade as grade, notes
    from (select *, figures[1] as f from read_json(${text(file)}, format = 'newline_delimited', ignore_errors = true, columns = {
      ${members(["kind", "id", "event", "published", "occurred"])}, "place": '${struct(["country", "admin1", "name", "lat", "lon"])}',
      "figures": 'STRUCT(measure VARCHAR, "count" VARCHAR, "text" VARCHAR, accrual VARCHAR, "group" ${struct(["nationality", "sex", "age", "admin1"])})[]',
      ${members(["lure", "exploitation", "conditions", "agencies"])},
      "source": '${struct(["name", "kind", "url", "lang", "grade"])}', "notes": 'VARCHAR'})))`,
}[format];

const counted = steps.reduce((from, step) => `(${step} from ${from})`, source);

// What is needed of the rows goes into a table in memory, which both threads fill and which is then added up twice; to add
// up as the rows come takes longer, because the states of more groups are merged. A table's rows have numbers, in the order
// of the file where that is kept. A window function numbers on one thread and takes longer, but is what SQL has for it.
const number = { rowid: "rowid + 1", window: "number" }[numbers];
await run(`set preserve_insertion_order = ${numbers !== undefined}`);
await run(`create temp table checked as select ${numbers === "window" ? "row_number() over () as number," : ""} ok, case when ok then country end as country, case when ok then month_of(occurred) end as month,
  case when ok then measure end as measure, nationality, source, best, low, high from ${counted}`);

const table = new Table();
let accepted = 0;
let rejected = 0;
for (const g of await ask(`select ok, country, month, measure, count(*) as figures, count(best) as stated_best, count(low) as stated_low,
    count(high) as stated_high, sum(best) as best, sum(low) as low, sum(high) as high, quantile_disc(best, [${quantiles}]) as at
    from checked group by all`)) {
  const figures = Number(g.figures);
  if (!g.ok) {
    rejected += figures;
    continue;
  }
  accepted += figures;
  table.measure(g.country, g.month, g.measure, {
    figures, sums: [g.best, g.low, g.high], stated: [g.stated_best, g.stated_low, g.stated_high].map(Number), at: g.at,
  });
}
for (const g of await ask(`select country, month, histogram(nationality) as nationalities, count(distinct source) as sources
    from checked where ok group by all`)) {
  table.values(g.country, g.month, (g.nationalities ?? []).map((e) => [e.key, Number(e.value)]), Number(g.sources));
}

let refused = [];
if (format === "csv") {
  refused = (await ask(`select distinct line - 1 as number from reject_errors order by number`)).map((r) => Number(r.number));
  rejected += refused.length;
}
let bad;
if (numbers) {
  // Rows that the reader refused are not in the table, so that the numbers of those behind them are too small there.
  let passed = 0;
  bad = (await ask(`select ${number} as number from checked where not ok order by number`)).map((r) => {
    const n = Number(r.number);
    while (passed < refused.length && refused[passed] <= n + passed) passed++;
    return n + passed;
  });
  bad = [...bad, ...refused].sort((a, b) => a - b);
}
finish(table, { accepted, rejected, started, bad });
