/// The rules of the house that neither the compiler nor the formatter checks.
enum HouseRules {
    /// The largest number of lines in a file.
    static let longestFile = 400

    /// Words that sources must not contain, each with the reason.
    private static let forbidden: [(words: String, reason: String)] = [
        ("@unchecked Sendable", "values are Sendable by construction"),
        ("nonisolated(unsafe)", "values are Sendable by construction"),
        ("try!", "what a user can cause is a diagnostic"),
        ("as!", "what a user can cause is a diagnostic"),
        ("fatalError(", "what a user can cause is a diagnostic"),
        ("preconditionFailure(", "what a user can cause is a diagnostic"),
    ]

    /// The one file that writes to the terminal, after making the text harmless.
    static let terminal = "AssayCLI/Console.swift"
    private static let waysToTheTerminal = [
        "print(", "debugPrint(", "dump(", "FileHandle.standard", "fputs(", "fwrite(", "fprintf(", "puts(",
        "STDOUT_FILENO",
        "STDERR_FILENO",
    ]

    /// The folders of the pages. Code there asks its scope, which notes each query; a direct reading would not be
    /// noted.
    static let pages = ["Site/Contexts/"]
    private static let waysAroundTheScope = [
        "MarkdownDocument(", "ArticleWords(", " TextDirective(", ": Edition",
    ]
    /// The one file in these folders that is a query of the scope itself.
    private static let behindTheScope = "Site/Contexts/Parts/RelatedClaims.swift"

    /// The violations in a file, as sentences.
    static func violations(in file: SourceText) -> [String] {
        let lines = lines(of: file.text)
        var violations: [String] = []
        if lines.count > longestFile {
            violations.append("\(file.path): \(lines.count) lines; a file has at most \(longestFile)")
        }
        for (number, line) in lines where !line.isComment {
            for (words, reason) in forbidden where line.contains(words) {
                violations.append("\(file.path):\(number): `\(words)`: \(reason)")
            }
            if pages.contains(where: file.path.hasPrefix), file.path != behindTheScope {
                for words in waysAroundTheScope where line.contains(words) {
                    violations.append("\(file.path):\(number): `\(words)`: a page reads through its scope")
                }
            }
            guard !file.path.hasSuffix(terminal) else { continue }
            for words in waysToTheTerminal where line.calls(words) {
                violations.append(
                    "\(file.path):\(number): `\(words)`: only \(terminal) writes to the terminal"
                )
            }
        }
        return violations
    }
}

/// The lines of a text with their numbers, from 1; a final line feed begins no further line.
func lines(of text: String) -> [(number: Int, text: Substring)] {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = all.last == "" ? all.dropLast() : all[...]
    return lines.enumerated().map { ($0 + 1, $1) }
}

extension Substring {
    fileprivate var isComment: Bool { drop { $0 == " " }.hasPrefix("//") }

    /// Whether some words occur as a call: not as a method's name, nor inside another name.
    fileprivate func calls(_ words: String) -> Bool {
        ranges(of: words).contains { range in
            guard range.lowerBound > startIndex else { return true }
            let before = self[index(before: range.lowerBound)]
            return !before.isLetter && !before.isNumber && before != "." && before != "_"
                && !hasFunction(range)
        }
    }

    private func hasFunction(_ range: Range<Index>) -> Bool { self[..<range.lowerBound].hasSuffix("func ") }
}
