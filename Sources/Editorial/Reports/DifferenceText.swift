extension TextDifference {
    /// Differences as lines for a terminal: the place, then removed (`-`) and added (`+`) lines.
    /// - Parameter isPublished: whether readers saw the old text; if so, differences that need a correction are
    ///   marked.
    package static func lines(_ differences: [TextDifference], isPublished: Bool) -> [String] {
        differences.flatMap { difference -> [String] in
            let mark = isPublished && difference.needsCorrection ? " (readers have to be told)" : ""
            return ["  \(difference.place)\(mark)"] + difference.changedLines.map { "    " + $0 }
        }
    }

    /// The removed and added lines, without the lines that both texts have.
    private var changedLines: [String] {
        let old = Self.lines(of: before)
        let new = Self.lines(of: after)
        let changes = new.difference(from: old)
        var lines: [(offset: Int, isNew: Int, text: String)] = []
        for change in changes {
            switch change {
            case .remove(let offset, let line, _): lines.append((offset, 0, "- " + line))
            case .insert(let offset, let line, _): lines.append((offset, 1, "+ " + line))
            }
        }
        return lines.sorted { ($0.offset, $0.isNew) < ($1.offset, $1.isNew) }.map(\.text)
    }

    private static func lines(of text: String?) -> [String] {
        text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    }
}
