// look.mjs VITRINA EXHIBIT PROOFS FINDINGS: what the program writes for others, opened with what others wrote: a browser, an accessibility
// checker, an editor's YAML server, a reader of XLIFF, a checker of SARIF, a spreadsheet. PROOFS: a folder that `vitrina proof` has drawn;
// FINDINGS: one of SARIF files. Prints `N passed, N failed` at the end.
import {execFileSync, spawn} from "node:child_process";
import {createRequire} from "node:module";
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join, resolve} from "node:path";
import {pathToFileURL} from "node:url";

const [program, exhibit, proofs, findings] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(process.cwd(), "package.json"));
const folder = mkdtempSync(join(tmpdir(), "public-"));
const vitrina = (...words) => execFileSync(program, words, {encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"]});
let passed = 0, failed = 0;

async function check(name, look) {
    try {
        const fault = await look();
        if (fault)
            throw new Error(fault);
        passed++;
        console.log(`ok      ${name}`);
    } catch (error) {
        failed++;
        console.log(`FAILED  ${name}: ${error.message}`);
    }
}

// ---- pages ----

function chromium(...words) {
    return execFileSync("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-pdf-header-footer",
        `--user-data-dir=${join(folder, "browser")}`, ...words], {encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"]});
}

// What a script says of a page: a text that it hands to tell().
function told(page, ...scripts) {
    const file = join(folder, "page.html"), tell = `function tell(text) { document.title = "told"; const told = document.createElement("pre");
        told.id = "told"; told.textContent = text; document.body.append(told); }`;
    writeFileSync(file, [readFileSync(page, "utf8"), ...[tell, ...scripts].map((script) => `<script>${script}</script>`)].join("\n"));
    const dom = chromium("--virtual-time-budget=60000", "--dump-dom", pathToFileURL(file).href);
    return dom.match(/<pre id="told">(.*?)<\/pre>/s)?.[1] ?? "the script said nothing";
}

function violations(page) {
    const found = told(page, readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"),
        `axe.run().then((all) => tell(JSON.stringify(all.violations.map((one) => [one.id, one.impact, one.nodes[0].html.slice(0, 200), one.nodes.length]))));`);
    return found === "[]" ? "" : found;
}

// In both views: scenes in one language, in the order in which they stand.
function filtered(page, language) {
    return told(page, `addEventListener("load", () => {
        const choose = (name, value) => {
            const list = document.getElementById(name);
            list.value = value;
            list.dispatchEvent(new Event("input", {bubbles: true}));
        };
        const seen = (of) => [...document.querySelectorAll(of)].filter((one) => one.checkVisibility());
        choose("language", "${language}");
        tell(["pages", "sheet"].map((view) => {
            choose("view", view);
            const scenes = seen("article"), empty = seen("main section:has(article)").filter((one) => !scenes.some((scene) => one.contains(scene)));
            return scenes.length === 0 || empty.length > 0 ? "bad" : [...new Set(scenes.map((scene) => scene.dataset.language))].join("+");
        }).join(" "));
    });`);
}

// How many sheets of paper a page takes.
function sheets(page) {
    const file = join(folder, "page.pdf");
    chromium("--virtual-time-budget=5000", `--print-to-pdf=${file}`, pathToFileURL(page).href);
    return (readFileSync(file, "latin1").match(/\/Type\s*\/Page\b(?!s)/g) || []).length;
}

// ---- the YAML server, as an editor speaks to it ----

class Editor {
    constructor() {
        this.server = spawn(process.execPath, [require.resolve("yaml-language-server/bin/yaml-language-server"), "--stdio"], {stdio: ["pipe", "pipe", "ignore"]});
        this.waiting = new Map();
        this.told = new Map();
        this.rest = Buffer.alloc(0);
        this.last = 0;
        this.server.stdout.on("data", (data) => this.take(data));
    }

    take(data) {
        this.rest = Buffer.concat([this.rest, data]);
        for (let end; (end = this.rest.indexOf("\r\n\r\n")) >= 0;) {
            const length = Number(this.rest.toString("latin1", 0, end).match(/Content-Length: (\d+)/)[1]);
            if (this.rest.length < end + 4 + length)
                return;
            const message = JSON.parse(this.rest.toString("utf8", end + 4, end + 4 + length));
            this.rest = this.rest.subarray(end + 4 + length);
            if (message.method === "textDocument/publishDiagnostics")
                this.told.get(message.params.uri)?.(message.params.diagnostics);
            else if (message.method && message.id !== undefined)
                this.send({id: message.id, result: message.method === "workspace/configuration" ? message.params.items.map(() => null) : null});
            else
                this.waiting.get(message.id)?.(message.result);
        }
    }

    send(message) {
        const text = JSON.stringify({jsonrpc: "2.0", ...message});
        this.server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    }

    ask(method, params) {
        const id = ++this.last;
        this.send({id, method, params});
        return new Promise((answer) => this.waiting.set(id, answer));
    }

    // Resolves to what is wrong in it.
    open(uri, text) {
        const told = new Promise((answer) => this.told.set(uri, answer));
        this.send({method: "textDocument/didOpen", params: {textDocument: {uri, languageId: "yaml", version: 1, text}}});
        return told;
    }
}

async function edit(look) {
    const editor = new Editor();
    try {
        await editor.ask("initialize", {processId: process.pid, rootUri: null, capabilities: {}});
        editor.send({method: "initialized", params: {}});
        return await look(editor);
    } finally {
        editor.server.kill();
    }
}

const schema = join(folder, "panel.json");
writeFileSync(schema, vitrina("schema", "panel"));
const head = `# yaml-language-server: $schema=${schema}\n`;
const panel = readFileSync(join(exhibit, "config/panels/picture.yaml"), "utf8").replace(/^# yaml-language-server.*\n/, "");

// ---- findings ----

// Errors, and warnings but one: this program has no address of its own.
function faults(files) {
    const tool = join(dirname(require.resolve("@microsoft/sarif-multitool-linux/package.json")), "Sarif.Multitool"), told = join(folder, "told.sarif");
    chmodSync(tool, 0o755);
    try {
        execFileSync(tool, ["validate", ...files, "-o", told, "--log", "ForceOverwrite"],
            {env: {...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1"}, stdio: "ignore", maxBuffer: 1 << 28});
    } catch {
        // it ends so when it has found errors, too: what it wrote says which
    }
    const run = JSON.parse(readFileSync(told, "utf8")).runs[0];
    if (run.invocations?.some((one) => !one.executionSuccessful))
        return "the checker has failed";
    return run.results.filter((one) => (one.level ?? "warning") !== "note" && one.ruleId !== "SARIF2005")
        .map((one) => `${one.ruleId} ${basename(one.locations[0].physicalLocation.artifactLocation.uri)} ${JSON.stringify(one.message)}`).join("; ");
}

// ---- a spreadsheet, as translators and curators have one ----

const slips = `id,date,title en,title ar,text en
ides,-0044-03-15,'=The ides,'+ a,"'-He came

and went, at noon"
press,c. 1450,00123,1/2,12345678901234567890
coup,1973-09-11 11:52,1e5,TRUE,50 %
month,1859-05,12:30,'@home,"""quoted"", comma; semicolon"
year,1859,3.10,11-09,'Twas so
`;

function office(input, to, output, file) {
    execFileSync("soffice", [`-env:UserInstallation=${pathToFileURL(join(folder, "office")).href}`, "--headless", ...input, "--convert-to", to, "--outdir", output, file],
        {stdio: "ignore"});
}

// Opened as `input` says, kept as `kind`, saved as `output` says: nothing of it may be a change.
function through(table, [input, kind, output]) {
    const kept = join(folder, "kept"), back = join(folder, "back"), name = basename(table, ".csv");
    mkdirSync(kept, {recursive: true});
    office([`--infilter=CSV:${input}`], kind, kept, table);
    office([], `csv:Text - txt - csv (StarCalc):${output}`, back, join(kept, `${name}.${kind}`));
    const said = vitrina("import", "--dry-run", join(back, `${name}.csv`), join(folder, "tables"));
    return /^0 changes in 0 files/m.test(said) ? "" : said;
}

// ---- what is looked at ----

const index = join(proofs, "index.html"), guide = join(folder, "guide"), texts = join(folder, "texts.html");
vitrina("texts", "-o", texts, exhibit);
vitrina("texts", "--large-print", "-o", guide, exhibit);
const language = readFileSync(join(exhibit, "config/exhibit.yaml"), "utf8").match(/^languages: \[(\w+), (\w+)/m);

for (const [name, page] of [["the proofs", index], ["all texts", texts], ["the guide in large print", join(guide, `large-print.${language[1]}.html`)]]) {
    await check(`${name}: nothing that keeps people out`, () => violations(page));
    await check(`${name}: on paper`, () => sheets(page) > 1 ? "" : "no sheets");
}
await check("the proofs: what is not asked for is not seen", () => {
    const seen = filtered(index, language[2]);
    return seen === `${language[2]} ${language[2]}` ? "" : seen;
});
await check("an editor finds nothing wrong in a panel that is right", () => edit(async (editor) => {
    const told = await editor.open("file:///right.yaml", head + panel);
    return told.map((one) => one.message).join("; ");
}));
await check("an editor marks a wrong key", () => edit(async (editor) => {
    const told = await editor.open("file:///wrong.yaml", head + panel.replace(/^title:/m, "titel:"));
    return told.some((one) => one.message.includes("titel")) ? "" : `it says: ${JSON.stringify(told)}`;
}));
await check("an editor completes keys, and explains them", () => edit(async (editor) => {
    const uri = "file:///half.yaml", text = `${head}layout: picture-left\nvo\n`;
    await editor.open(uri, text);
    const list = await editor.ask("textDocument/completion", {textDocument: {uri}, position: {line: 2, character: 2}});
    const hover = await editor.ask("textDocument/hover", {textDocument: {uri}, position: {line: 1, character: 2}});
    if (!list.items.some((item) => item.label === "voice"))
        return `no "voice" among ${list.items.map((item) => item.label)}`;
    return JSON.stringify(hover).includes("config/layouts") ? "" : `of "layout" it says: ${JSON.stringify(hover)}`;
}));
for (const [option, read] of [["--xliff", "xliff12ToJs"], ["--xliff-2", "xliff2js"]])
    await check(`a translator's tool reads ${option.slice(2)}, and writes what is taken in again`, async () => {
        const tool = require("xliff"), file = join(folder, "texts.xlf");
        vitrina("export", "texts", option, "--language", language[2], "-o", file, exhibit);
        const document = await tool[read](readFileSync(file, "utf8"));
        const unit = Object.values(document.resources).flatMap(Object.values).find((one) => one.source === "A picture says it first");
        if (!unit)
            return "the title is not there";
        if (option === "--xliff-2") // of which this tool leaves out what file a text is of when it writes
            return unit.target ? "" : "the title has no translation";
        unit.target = "A word of the translator's";
        writeFileSync(file, await tool.jsToXliff12(document));
        const said = vitrina("import", file, "--dry-run", exhibit);
        return /picture\.yaml:\d+: title, .*-> "A word of the translator's"\n1 change in 1 file/.test(said) ? "" : said;
    });
await check("a checker of SARIF finds nothing wrong in any findings", () => {
    const files = readdirSync(findings).map((name) => join(findings, name));
    return files.length < 100 ? `there are ${files.length} files` : faults(files);
});
writeFileSync(join(folder, "slips.csv"), slips);
vitrina("new", "exhibit", join(folder, "tables"), "--languages", "en,ar");
vitrina("import", join(folder, "slips.csv"), join(folder, "tables"));
for (const table of ["texts", "events"]) {
    const file = join(folder, `${table}.csv`);
    vitrina("export", table, "-o", file, join(folder, "tables"));
    for (const way of [["44,34,76,1,,1033,false,false", "ods", "44,34,76,1,,0,false,true"], ["44,34,76,1,,1033,false,true", "ods", "59,34,76,1,,0,false,true"],
        ["44,34,76,1,,1031,false,true", "xlsx", "9,34,76,1,,0,true,false"]])
        await check(`${table} through a spreadsheet, ${way.join(" ")}`, () => through(file, way));
}
rmSync(folder, {recursive: true, force: true});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
