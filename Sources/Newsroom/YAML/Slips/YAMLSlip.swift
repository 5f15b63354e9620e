import Diagnostics

/// A slip in YAML: the message, the bytes, the advice, and the change that mends it.
struct YAMLSlip {
    /// New text for a range of the file's bytes.
    struct Mending {
        let range: Range<Int>
        let text: String
        let safety: Fix.Safety

        /// Makes a mending; a safe one writes what the line plainly means.
        init(_ range: Range<Int>, _ text: String, _ safety: Fix.Safety = .safe) {
            self.range = range
            self.text = text
            self.safety = safety
        }
    }

    let message: String
    let range: Range<Int>
    let help: String
    let mending: Mending?

    init(_ message: String, _ range: Range<Int>, help: String, mending: Mending? = nil) {
        self.message = message
        self.range = range
        self.help = help
        self.mending = mending
    }

    /// The change as a fix of a file.
    func fixes(in file: SourceFile) -> [Fix] {
        mending.map { mending in
            let word = mending.text.trimmed
            let title = word.isEmpty ? "Put a blank or nothing in its place" : "Write `\(word)`"
            return [Fix(title, mending.safety, [file.edit(mending.range, mending.text)])]
        } ?? []
    }

    /// The fallback for an error of libyaml's that is no common slip.
    init(libyaml problem: String, in context: String?, at range: Range<Int>) {
        let known = Self.meanings.first { problem.contains($0.words) || context?.contains($0.words) ?? false }
        self.init(
            known?.message ?? "YAML cannot make sense of this line",
            range,
            help: known?.help
                ?? "put the value into quotation marks, and see that names stand right below each other"
        )
    }

    private static let meanings: [(words: String, message: String, help: String)] = [
        (
            "single document", "a second YAML document begins here",
            "take out the line `---`: the file holds one document"
        ),
        (
            "document start", "the fields end before this line",
            "take out the line `...` or `---` above, or move this line into the text below the fields"
        ),
        (
            "unknown escape", "there is no such escape",
            "write `\\\\` for a backslash, or use single quotation marks"
        ),
        (
            "escape", "this escape cannot be read",
            "write `\\\\` for a backslash, or use single quotation marks"
        ),
        (
            "hexdecimal", "this escape cannot be read",
            "write `\\\\` for a backslash, or use single quotation marks"
        ),
        ("flow mapping", "the braces `{ }` cannot be read", Self.flowHelp("}")),
        ("flow sequence", "the brackets `[ ]` cannot be read", Self.flowHelp("]")),
        ("quoted scalar", "a quotation mark is opened and not closed", "close it at the end of the text"),
        ("tag", "the value begins with `!`, which is a tag in YAML", "put the value into quotation marks"),
        (
            "alias", "the value begins with `*`, which means another value in YAML",
            "put the value into quotation marks"
        ),
        (
            "anchor", "the value begins with `&`, which is a name in YAML",
            "put the value into quotation marks"
        ),
        ("directive", "a line begins with `%`", "put the value into quotation marks, or indent the line"),
        (
            "block scalar", "the sign `|` or `>` has to stand alone",
            "begin the text on the next line, or put it into quotation marks"
        ),
    ]

    static func flowHelp(_ close: String) -> String {
        "close them with `\(close)`; put a value that holds a comma, a colon or a bracket into quotation marks, or write one field a line"
    }
}
