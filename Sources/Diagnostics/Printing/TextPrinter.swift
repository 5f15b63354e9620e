/// A printer of findings for people: what is wrong, where, the line itself with a caret, and what to do.
package struct TextPrinter: DiagnosticPrinter {
    private let style: TerminalStyle

    /// Makes a printer for a style.
    package init(style: TerminalStyle = .plain) {
        self.style = style
    }

    /// The most findings of one rule shown for one file, which can have tens of thousands. Notes are counted
    /// over all files.
    static let shownRepeats = 20

    /// The findings, with an empty line between them. Repeated findings of a file are shown up to a limit,
    /// and then counted.
    package func text(of diagnostics: [Diagnostic], sources: (String) -> SourceFile?) -> String {
        var left: [Repeated: Int] = [:]
        for diagnostic in diagnostics { left[Repeated(diagnostic), default: 0] += 1 }
        var shown: [Repeated: Int] = [:]
        var texts: [String] = []
        for diagnostic in diagnostics {
            let kind = Repeated(diagnostic)
            let count = shown[kind, default: 0]
            shown[kind] = count + 1
            if count < Self.shownRepeats {
                texts.append(text(of: diagnostic, sources: sources))
            } else if count == Self.shownRepeats {
                texts.append(kind.text(more: left[kind, default: count] - count))
            }
        }
        return texts.joined(separator: "\n")
    }

    /// The key under which findings repeat.
    private struct Repeated: Hashable {
        let rule: String
        let file: String?

        init(_ diagnostic: Diagnostic) {
            rule = diagnostic.rule.name
            file = diagnostic.severity == .note ? nil : diagnostic.span?.file
        }

        func text(more count: Int) -> String {
            let place = file.map { " in \(DisplayText.sentence($0))" } ?? ""
            return
                "and \(grouped(count)) more of \(DisplayText.sentence(rule))\(place); --format json has all\n"
        }

        /// `49990` as `49,990`.
        private func grouped(_ count: Int) -> String {
            let digits = Array("\(count)")
            return digits.indices.map { index in
                (index > 0 && (digits.count - index).isMultiple(of: 3) ? "," : "") + String(digits[index])
            }.joined()
        }
    }

    private func text(of diagnostic: Diagnostic, sources: (String) -> SourceFile?) -> String {
        let snippets = snippets(of: diagnostic, sources: sources)
        let digits = "\(snippets.map(\.lastLine).max() ?? 1)".count
        let gutter = Gutter(digits: digits, style: style)
        let body = snippets.enumerated().flatMap { index, snippet in
            rows(of: snippet, isFirst: index == 0, gutter: gutter)
        }
        return ([headline(of: diagnostic)] + body + remarks(of: diagnostic, gutter: gutter))
            .map { $0 + "\n" }.joined()
    }

    private func headline(of diagnostic: Diagnostic) -> String {
        let kind = style.paint(
            "\(diagnostic.severity.rawValue)[\(DisplayText.sentence(diagnostic.rule.name))]",
            TerminalStyle.Role(diagnostic.severity)
        )
        return kind + style.paint(": \(DisplayText.sentence(diagnostic.message))", .strong)
    }

    /// The snippets of a finding, one for each file: the finding's own first, then those of its labels in the
    /// order given.
    private func snippets(of diagnostic: Diagnostic, sources: (String) -> SourceFile?) -> [Snippet] {
        var places = diagnostic.labels.map {
            Snippet.Place(span: $0.span, text: $0.text, role: .gutter, symbol: "-")
        }
        if let span = diagnostic.span {
            places.insert(
                Snippet.Place(
                    span: span,
                    text: diagnostic.caption,
                    role: TerminalStyle.Role(diagnostic.severity),
                    symbol: "^"
                ),
                at: 0
            )
        }
        var files: [String] = []
        for place in places where !files.contains(place.span.file) { files.append(place.span.file) }
        return files.map { file in
            Snippet(places: places.filter { $0.span.file == file }, source: sources(file), style: style)
        }
    }

    private func rows(of snippet: Snippet, isFirst: Bool, gutter: Gutter) -> [String] {
        let arrow = isFirst ? gutter.arrow : gutter.otherArrow
        var rows = ["\(arrow) \(DisplayText.sentence(snippet.location))"]
        if !snippet.rows.isEmpty { rows.append(gutter.empty) }
        rows += snippet.rows.map { row in
            switch row {
            case .source(let line, let text): gutter.line(line, text)
            case .underline(let text): gutter.line(nil, text)
            case .gap: gutter.gap
            }
        }
        return rows
    }

    private func remarks(of diagnostic: Diagnostic, gutter: Gutter) -> [String] {
        let help = diagnostic.help.map { [("help", $0)] } ?? []
        let remarks = diagnostic.notes.map { ("note", $0) } + help
        let rows = remarks.flatMap { word, text in gutter.remark(word, DisplayText.lines(text)) }
        return rows.isEmpty || diagnostic.span == nil && diagnostic.labels.isEmpty
            ? rows : [gutter.empty] + rows
    }
}

/// The column of line numbers at the left, and the rows drawn with it.
private struct Gutter {
    let digits: Int
    let style: TerminalStyle

    private var blanks: String { String(repeating: " ", count: digits) }

    var arrow: String { style.paint("\(blanks)-->", .gutter) }
    var otherArrow: String { style.paint("\(blanks):::", .gutter) }
    var empty: String { style.paint("\(blanks) |", .gutter) }
    var gap: String { style.paint("...", .gutter) }

    func line(_ number: Int?, _ text: String) -> String {
        let shown = number.map { "\($0)" } ?? ""
        let padding = String(repeating: " ", count: digits - shown.count)
        return style.paint("\(padding)\(shown) |", .gutter) + (text.isEmpty ? "" : " \(text)")
    }

    func remark(_ word: String, _ lines: [String]) -> [String] {
        let role: TerminalStyle.Role = word == "help" ? .help : .strong
        let indentation = String(repeating: " ", count: digits + 5 + word.count)
        return lines.enumerated().map { index, line in
            if index > 0 { return line.isEmpty ? "" : indentation + line }
            return style.paint("\(blanks) =", .gutter) + " " + style.paint("\(word):", role) + " " + line
        }
    }
}
