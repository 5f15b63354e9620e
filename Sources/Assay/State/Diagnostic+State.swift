import Checks
import Diagnostics

extension StateWriter {
    mutating func add(_ diagnostic: Diagnostic) {
        add(diagnostic.rule.name)
        add(diagnostic.severity.rawValue)
        add(diagnostic.message)
        add(optional: diagnostic.span) { $0.add($1) }
        add(optional: diagnostic.caption) { $0.add($1) }
        add(list: diagnostic.labels) { writer, label in
            writer.add(label.span)
            writer.add(label.text)
        }
        add(list: diagnostic.notes) { $0.add($1) }
        add(optional: diagnostic.help) { $0.add($1) }
        add(list: diagnostic.fixes) { $0.add($1) }
    }

    mutating func add(_ fix: Fix) {
        add(fix.title)
        add(fix.safety.rawValue)
        add(list: fix.edits) { writer, edit in
            switch edit {
            case .replace(let span, let text):
                writer.add(0)
                writer.add(span)
                writer.add(text)
            case .move(let old, let new):
                writer.add(1)
                writer.add(old)
                writer.add(new)
            case .remove(let path):
                writer.add(2)
                writer.add(path)
            }
        }
    }

    mutating func add(_ span: SourceSpan) {
        add(span.file)
        add(span.line)
        add(span.column)
        add(span.byteRange.lowerBound)
        add(span.byteRange.upperBound)
    }
}

extension StateReader {
    mutating func diagnostic() throws(UnreadableState) -> Diagnostic {
        let rule = try text()
        guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw UnreadableState() }
        return Diagnostic(
            rule: RuleCatalogue.guide(rule)?.id ?? RuleID(rule, severity),
            severity: severity,
            message: try text(),
            span: try optional { (reader) throws(UnreadableState) in try reader.span() },
            caption: try optional { (reader) throws(UnreadableState) in try reader.text() },
            labels: try list { (reader) throws(UnreadableState) in
                Diagnostic.Label(try reader.span(), try reader.text())
            },
            notes: try list { (reader) throws(UnreadableState) in try reader.text() },
            help: try optional { (reader) throws(UnreadableState) in try reader.text() },
            fixes: try list { (reader) throws(UnreadableState) in try reader.fix() }
        )
    }

    mutating func fix() throws(UnreadableState) -> Fix {
        let title = try text()
        guard let safety = Fix.Safety(rawValue: try text()) else { throw UnreadableState() }
        let edits = try list { (reader) throws(UnreadableState) -> Edit in
            switch try reader.number() {
            case 0: return .replace(try reader.span(), with: try reader.text())
            case 1: return .move(from: try reader.text(), to: try reader.text())
            case 2: return .remove(try reader.text())
            default: throw UnreadableState()
            }
        }
        return Fix(title, safety, edits)
    }

    mutating func span() throws(UnreadableState) -> SourceSpan {
        let (file, line, column) = (try text(), try number(), try number())
        let (start, end) = (try number(), try number())
        guard line > 0, column > 0, start >= 0, start <= end else { throw UnreadableState() }
        return SourceSpan(file: file, line: line, column: column, byteRange: start..<end)
    }
}
