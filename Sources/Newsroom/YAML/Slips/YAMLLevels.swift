/// The columns at which names and dashes have to stand, outermost first.
struct YAMLLevels {
    private struct Level {
        let column: Int
        let isList: Bool
    }

    private var levels: [Level] = []
    /// Whether the line before was a name without a value, so that something further in may follow.
    var isOpen = true

    /// The column of the innermost level; nil before the first line.
    var column: Int? { levels.last?.column }

    /// Takes in a line: nil, or the column at which it should stand when it stands at none that it can.
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
            // A list may stand right below the name that it belongs to.
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
