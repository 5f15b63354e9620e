import Diagnostics

/// A YAML file of texts in named groups, such as the words of an interface.
package struct TextGroups: Sendable {
    /// The texts by group and name with a full stop between them: `claim.evidence`.
    package let texts: [String: Located<String>]
    /// What is wrong with the file.
    package let diagnostics: [Diagnostic]

    /// Reads a file. Whatever is not text in a group is reported and left out.
    package init(decoding file: SourceFile) {
        var texts: [String: Located<String>] = [:]
        var diagnostics: [Diagnostic] = []
        func report(_ message: String, _ range: Range<Int>) {
            diagnostics.append(
                Diagnostic(
                    rule: .wrongType,
                    message: message,
                    span: file.span(range),
                    help: "write `group:` on a line of its own, and below it, indented, `name: text`"
                )
            )
        }
        do throws(YAMLFailure) {
            let content = try YAMLReader(file: file, range: file.bytes.indices).read()
            let lost = LostWords(file: file)
            diagnostics += content.unusedMarks.map(lost.mark)
            switch content.root {
            case .mapping(let groups):
                for (group, value) in groups.entries {
                    guard case .mapping(let entries) = value else {
                        report(
                            "`\(group.value)` should be a group of texts, and is \(value.description)",
                            value.range
                        )
                        continue
                    }
                    for (name, value) in entries.entries {
                        if case .scalar(let text) = value {
                            if let comment = content.comments[text.range.lowerBound] {
                                diagnostics.append(lost.comment(comment, in: name.value))
                            }
                            texts["\(group.value).\(name.value)"] = text
                        } else {
                            report(
                                "`\(name.value)` should be a text, and is \(value.description)",
                                value.range
                            )
                        }
                    }
                }
            case let node?:
                report("the file should have groups of texts, and is \(node.description)", node.range)
            case nil: break
            }
        } catch {
            diagnostics.append(error.diagnostic)
        }
        self.texts = texts
        self.diagnostics = diagnostics
    }
}
