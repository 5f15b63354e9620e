/// The columns of names and dashes, outermost first.
struct YAMLLevels {
    private struct Level {
        let column: Int
        let isList: Bool
    }

    private var levels: [Level] = []
    /// Whether the last line was a name without a value, so that a deeper level may follow.
    var isOpen = true

    /// The column of the innermost level; nil before the first line.
    var column: Int? { levels.last?.column }

    /// Takes the next line.
    /// - Returns: nil if its column is right, or else the column at which it should be.
    mutating func take(_ line: YAMLLine) -> Int? {
        for dash in line.dashes {
            if let expected = take(dash, isList: true) { return expected }
            isOpen = true
        }
        return line.name == nil ? nil : take(line.column, isList: false)
    }

    private mutating func take(_ column: Int, isList: Bool) -> Int? {
        let before = levels
        while let last = levels.last,
            last.column > column || (last.column == column && last.isList && !isList)
        {
            levels.removeLast()
        }
        guard let last = levels.last else {
            if let outermost = before.first, outermost.column > column { return outermost.column }
            levels.append(Level(column: column, isList: isList))
            return nil
        }
        if last.column == column {
            // A list may begin at the column of the name that it belongs to.
            if isList, !last.isList { levels.append(Level(column: column, isList: true)) }
            return nil
        }
        if isOpen, levels.count == before.count {
            levels.append(Level(column: column, isList: isList))
            return nil
        }
        return before.filter { $0.isList == isList }.map(\.column).min { abs($0 - column) < abs($1 - column) }
    }
}
