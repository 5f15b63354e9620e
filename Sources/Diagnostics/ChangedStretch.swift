/// The stretch in which two states of a text differ, and what became of findings beside it.
///
///     ChangedStretch(from: before, to: now).moved(finding)
package struct ChangedStretch: Sendable {
    private let new: SourceFile
    /// The number of bytes before the stretch.
    private let start: Int
    /// The end of the stretch in the old text.
    private let end: Int
    /// The difference of the lengths.
    private let growth: Int

    /// Compares two states of a file.
    package init(from old: SourceFile, to new: SourceFile) {
        self.new = new
        growth = new.bytes.count - old.bytes.count
        start = zip(old.bytes, new.bytes).prefix { $0 == $1 }.count
        let rest = min(old.bytes.count, new.bytes.count) - start
        let tails = (old.bytes.suffix(rest).reversed(), new.bytes.suffix(rest).reversed())
        let same = zip(tails.0, tails.1).prefix { $0 == $1 }
        end = old.bytes.count - same.count
    }

    /// A finding on the old text at its place in the new one; nil if it stood in the stretch.
    package func moved(_ finding: Diagnostic) -> Diagnostic? {
        guard let span = finding.span else { return finding }
        guard let place = moved(span) else { return nil }
        return Diagnostic(
            rule: finding.rule,
            severity: finding.severity,
            message: finding.message,
            span: place,
            caption: finding.caption,
            labels: finding.labels.compactMap { label in
                moved(label.span).map { Diagnostic.Label($0, label.text) }
            },
            notes: finding.notes,
            help: finding.help,
            fixes: finding.fixes.compactMap(moved)
        )
    }

    private func moved(_ span: SourceSpan) -> SourceSpan? {
        guard span.file == new.path else { return span }
        let range = span.byteRange
        if range.upperBound <= start { return new.span(range) }
        guard range.lowerBound >= end else { return nil }
        return new.span(range.lowerBound + growth..<range.upperBound + growth)
    }

    private func moved(_ fix: Fix) -> Fix? {
        let edits = fix.edits.compactMap { edit -> Edit? in
            guard case .replace(let span, let text) = edit else { return edit }
            return moved(span).map { .replace($0, with: text) }
        }
        return edits.count == fix.edits.count ? Fix(fix.title, fix.safety, edits) : nil
    }
}
