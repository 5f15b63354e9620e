import Diagnostics
import Yams

/// Reads YAML, and bounds what a hostile file can cost.
///
/// What is plain is read by `PlainYAML`, the rest from the events of libyaml, and Yams judges mistakes, which `YAMLSlips`
/// puts into words. Scalars stay as they were typed. Aliases are few and nesting is shallow, or the text is refused before
/// it is read.
struct YAMLReader {
    /// The file.
    let file: SourceFile
    /// The bytes of the YAML in it.
    let range: Range<Int>

    /// How deep lists and groups may nest.
    static let depthLimit = 32

    /// Reads the text.
    /// - Throws: a `Diagnostic` of the rule `yaml-syntax` or `yaml-too-complex`.
    func read() throws(YAMLFailure) -> YAMLContent {
        if let node = PlainYAML.read(file, range: range) { return YAMLContent(root: node) }
        let bounds = YAMLBounds(file.bytes[range])
        if let problem = bounds.problem {
            throw tooComplex(problem, at: bounds.place..<bounds.place + 1, help: "write it with fewer levels")
        }
        if let failure = OddCharacter.failure(in: file, range) { throw failure }
        let lines = LineTable(file: file, range: range)
        switch YAMLEvents.read(file, range: range, lines: lines) {
        case .plain(let content): return content
        case .tooManyNames(let place):
            throw tooComplex(
                "a group has more than \(YAMLEvents.nameLimit) names",
                at: place,
                help: "part the group, or write a list"
            )
        case .unusual: return YAMLContent(root: try readWithYams(lines))
        }
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
            throw failure("this is not YAML", at: range.prefix(3), help: nil)
        }
        guard let root else { return nil }
        return try NodeConverter(file: file, lines: lines).convert(root)
    }

    private func syntaxFailure(_ error: YamlError, _ lines: LineTable) -> YAMLFailure {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = lines.offset(of: mark)
            let slip =
                YAMLSlips(file, range, upTo: place).first
                ?? YAMLSlip(libyaml: problem, in: context?.text, at: lines.lineEnd(from: place))
            return failure(slip.message, at: slip.range, help: slip.help)
        case .reader(_, let offset, _, _):
            let place = min(range.lowerBound + (offset ?? 0), range.upperBound)
            return failure(
                "there is a character here that no text may hold",
                at: place..<place,
                help: "take it out"
            )
        case .duplicatedKeysInMapping(let names, let context):
            let name = names.first ?? ""
            let places = lines.offsets(ofKey: name, from: lines.offset(of: context.mark))
            let place = places.last ?? lines.offset(of: context.mark)
            return failure(
                "the field `\(name)` is there twice",
                at: place..<(place + name.utf8.count),
                help: "keep one of the two"
            )
        default:
            return failure(
                "the YAML cannot be read",
                at: range.prefix(3),
                help: "compare the lines with the examples in docs/formats.md"
            )
        }
    }

    private func failure(_ message: String, at place: Range<Int>, help: String?) -> YAMLFailure {
        YAMLFailure("yaml-syntax", message, at: file.span(place), help: help)
    }

    private func tooComplex(_ message: String, at place: Range<Int>, help: String) -> YAMLFailure {
        YAMLFailure("yaml-too-complex", message, at: file.span(place), help: help)
    }
}

/// Why a text could not be read as YAML.
struct YAMLFailure: Error {
    /// The finding to report.
    let diagnostic: Diagnostic

    init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(_ rule: String, _ message: String, at span: SourceSpan, help: String?) {
        diagnostic = Diagnostic(rule: rule, severity: .error, message: message, span: span, help: help)
    }
}

extension Range<Int> {
    /// The first few of the range.
    func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(lowerBound + count, upperBound) }
}
