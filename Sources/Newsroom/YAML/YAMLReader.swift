import Diagnostics
import Yams

/// Reads YAML, and bounds what a hostile file can cost.
///
/// What is plain is read by `PlainYAML`, the rest from the events of libyaml, and Yams judges mistakes.
/// Scalars stay as they were typed. Aliases are few and nesting is shallow, or the text is refused before it is read.
struct YAMLReader {
    /// The file.
    let file: SourceFile
    /// The bytes of the YAML in it.
    let range: Range<Int>

    /// How deep lists and groups may nest.
    static let depthLimit = 32

    /// Reads the text: a node, or nil for an empty text.
    /// - Throws: a `Diagnostic` of the rule `yaml-syntax` or `yaml-too-complex`.
    func read() throws(YAMLFailure) -> YAMLNode? {
        if let node = PlainYAML.read(file, range: range) { return node }
        if let problem = YAMLBounds(file.bytes[range]).problem {
            throw failure(
                "yaml-too-complex",
                problem,
                at: range.prefix(3),
                help: "write it with fewer levels"
            )
        }
        let lines = LineTable(file: file, range: range)
        if case .plain(let node) = YAMLEvents.read(file, range: range, lines: lines) { return node }
        return try readWithYams(lines)
    }

    /// Reads the text as Yams reads it, mistakes included.
    func readWithYams(_ lines: LineTable) throws(YAMLFailure) -> YAMLNode? {
        let root: Node?
        do {
            let text = String(decoding: file.bytes[range], as: UTF8.self)
            root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw syntaxFailure(error, lines)
        } catch {
            throw failure("yaml-syntax", "this is not YAML", at: range.prefix(3), help: nil)
        }
        guard let root else { return nil }
        return try NodeConverter(file: file, lines: lines).convert(root)
    }

    private func syntaxFailure(_ error: YamlError, _ lines: LineTable) -> YAMLFailure {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return failure(
                "yaml-syntax",
                "the YAML cannot be read: \(problem)",
                at: lines.lineEnd(from: lines.offset(of: mark)),
                help: Self.help(for: problem)
            )
        case .reader(let problem, let offset, _, _):
            let place = min(range.lowerBound + (offset ?? 0), range.upperBound)
            return failure(
                "yaml-syntax",
                "the YAML cannot be read: \(problem)",
                at: place..<place,
                help: "take out the character, or write it as an escape in quotation marks"
            )
        case .duplicatedKeysInMapping(let names, let context):
            let name = names.first ?? ""
            let places = lines.offsets(ofKey: name, from: lines.offset(of: context.mark))
            let place = places.last ?? lines.offset(of: context.mark)
            return failure(
                "yaml-syntax",
                "the field `\(name)` is there twice",
                at: place..<(place + name.utf8.count),
                help: "keep one of the two"
            )
        default:
            return failure("yaml-syntax", "the YAML cannot be read", at: range.prefix(3), help: nil)
        }
    }

    /// What a person who is no programmer should look for.
    private static func help(for problem: String) -> String {
        if problem.contains("mapping values are not allowed") {
            return "put a value that holds a colon and a blank into quotation marks"
        }
        if problem.contains("tab") { return "indent with blanks, not with tabs" }
        if problem.contains("undefined alias") {
            return "put a value that starts with an asterisk into quotation marks"
        }
        if problem.contains("cannot start any token") {
            return "put a value that starts with this character into quotation marks"
        }
        return
            "look at this line and the one before: a missing quotation mark or bracket, or wrong indentation"
    }

    private func failure(
        _ rule: String,
        _ message: String,
        at place: Range<Int>,
        help: String?
    ) -> YAMLFailure {
        YAMLFailure(
            diagnostic: Diagnostic(
                rule: rule,
                severity: .error,
                message: message,
                span: file.span(place),
                help: help
            )
        )
    }
}

/// Why a text could not be read as YAML.
struct YAMLFailure: Error {
    /// The finding to report.
    let diagnostic: Diagnostic
}

extension Range<Int> {
    /// The first few of the range.
    func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(lowerBound + count, upperBound) }
}
