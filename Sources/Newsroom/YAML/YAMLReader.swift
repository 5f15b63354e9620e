import Diagnostics
import Yams

/// Reads YAML. Scalars stay as they were typed.
///
/// `YAMLEvents` says what is accepted; where it meets a mistake, Yams names it, and `YAMLSlips` puts it into words. Front matter that
/// is plain is read by `PlainYAML`, which is only a faster way to the same nodes.
struct YAMLReader {
    /// The file.
    let file: SourceFile
    /// The bytes of the YAML in it.
    let range: Range<Int>

    /// How deep lists and groups may nest, the outermost one included.
    static let depthLimit = 32

    /// Reads the text.
    /// - Throws: a `YAMLFailure` with a finding of the rule `yaml-syntax` or `yaml-too-complex`.
    func read() throws(YAMLFailure) -> YAMLContent {
        if let node = PlainYAML.read(file, range: range) { return YAMLContent(root: node) }
        if let failure = OddCharacter.failure(in: file, range) { throw failure }
        let lines = LineTable(file: file, range: range)
        switch YAMLEvents.read(file, range: range, lines: lines) {
        case .content(let content): return content
        case .refused(let failure): throw failure
        case .mistake: throw mistake(lines)
        }
    }

    /// The mistake that libyaml met, as Yams names it: it stops where `YAMLEvents` did, so that it costs no more.
    private func mistake(_ lines: LineTable) -> YAMLFailure {
        do {
            let text = String(decoding: file.bytes[range], as: UTF8.self)
            _ = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            return syntaxFailure(error, lines)
        } catch {
            return failure("this is not YAML", at: range.prefix(3), help: nil)
        }
        return unreadable
    }

    private func syntaxFailure(_ error: YamlError, _ lines: LineTable) -> YAMLFailure {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let place = lines.offset(of: mark)
            // libyaml reads ahead, and meets brackets beyond its own limit before ours is reached.
            if problem.hasPrefix("Maximum nesting level") { return .tooManyBrackets(at: place, in: file) }
            let slip =
                YAMLSlips(file, range, upTo: place).first
                ?? EscapeSlip.find(in: file, at: place, problem)
                ?? YAMLSlip(libyaml: problem, in: context?.text, at: lines.lineEnd(from: place))
            return failure(slip.message, at: slip.range, help: slip.help, fixes: slip.fixes(in: file))
        case .reader(_, let offset, _, _):
            let place = min(range.lowerBound + (offset ?? 0), range.upperBound)
            return failure(
                "there is a character here that no text may hold",
                at: place..<place,
                help: "take it out"
            )
        default: return unreadable
        }
    }

    private var unreadable: YAMLFailure {
        failure(
            "the YAML cannot be read",
            at: range.prefix(3),
            help: "compare the lines with the examples in docs/formats.md"
        )
    }

    private func failure(
        _ message: String,
        at place: Range<Int>,
        help: String?,
        fixes: [Fix] = []
    ) -> YAMLFailure {
        YAMLFailure(.yamlSyntax, message, at: file.span(place), help: help, fixes: fixes)
    }
}

/// Why a text could not be read as YAML.
struct YAMLFailure: Error {
    /// The finding to report.
    let diagnostic: Diagnostic

    init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    init(_ rule: RuleID, _ message: String, at span: SourceSpan, help: String?, fixes: [Fix] = []) {
        diagnostic = Diagnostic(rule: rule, message: message, span: span, help: help, fixes: fixes)
    }
}

extension YAMLFailure {
    /// Lists and groups that nest too deeply, by the outermost bracket that is open.
    static func tooManyBrackets(at place: Int, in file: SourceFile) -> YAMLFailure {
        tooDeep("it has too many open brackets", at: place, in: file)
    }

    /// Lists and groups that nest too deeply, at a place.
    static func tooDeep(
        _ message: String = "it nests too deeply",
        at place: Int,
        in file: SourceFile
    ) -> YAMLFailure {
        let range = (place..<file.bytes.count).prefix(1)
        return YAMLFailure(
            .yamlTooComplex,
            message,
            at: file.span(range),
            help: "write it with fewer levels"
        )
    }
}

extension Range<Int> {
    /// The first few of the range.
    func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(lowerBound + count, upperBound) }
}
