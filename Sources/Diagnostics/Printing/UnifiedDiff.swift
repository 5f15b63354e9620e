/// The difference of two texts in the unified format, as `git apply` and `patch -p1` take it.
package struct UnifiedDiff: Sendable {
    /// The lines of the difference, with line ends; empty if nothing differs.
    package let text: String

    /// The number of unchanged lines around a change.
    private static let context = 3

    /// Compares the texts of a file.
    /// - Parameters:
    ///   - old: the path and bytes before; nil bytes for no file.
    ///   - new: the path and bytes afterwards; nil bytes for no file.
    ///   - style: the colours of a terminal; with them, controls in the texts are made visible, and it is no patch any more.
    package init(
        from old: (path: String, bytes: [UInt8]?),
        to new: (path: String, bytes: [UInt8]?),
        style: TerminalStyle = .plain
    ) {
        guard old.path != new.path || old.bytes != new.bytes else {
            text = ""
            return
        }
        var result = ""
        func add(_ line: String, _ role: TerminalStyle.Role?) {
            let shown = style.isColored ? DisplayText.sentence(line) : line
            result += (role.map { style.paint(shown, $0) } ?? shown) + "\n"
        }
        let names = (Self.name("a/" + old.path), Self.name("b/" + new.path))
        if old.path != new.path || old.bytes == nil || new.bytes == nil {
            add("diff --git \(names.0) \(names.1)", .strong)
        }
        if old.path != new.path {
            add("rename from \(Self.name(old.path))", .strong)
            add("rename to \(Self.name(new.path))", .strong)
        }
        if old.bytes == nil { add("new file mode 100644", .strong) }
        if new.bytes == nil { add("deleted file mode 100644", .strong) }
        let hunks = Self.hunks(Self.lines(old.bytes ?? []), Self.lines(new.bytes ?? []))
        if !hunks.isEmpty {
            add("--- \(old.bytes == nil ? "/dev/null" : names.0)", .strong)
            add("+++ \(new.bytes == nil ? "/dev/null" : names.1)", .strong)
        }
        for hunk in hunks {
            add("@@ -\(hunk.old.text) +\(hunk.new.text) @@", .note)
            for line in hunk.lines {
                let role: TerminalStyle.Role? =
                    switch line.sign {
                    case "-": .error
                    case "+": .help
                    default: nil
                    }
                add(line.sign + String(decoding: line.bytes, as: UTF8.self), role)
                if !line.hasEnd { add("\\ No newline at end of file", nil) }
            }
        }
        text = result
    }

    private struct Line: Hashable {
        let bytes: ArraySlice<UInt8>
        let hasEnd: Bool
    }

    private struct Hunk {
        struct Place {
            var start = 0
            var count = 0
            /// In the form of a hunk's head: a range of no lines names the line before it.
            var text: String { count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)" }
        }

        var old = Place()
        var new = Place()
        var lines: [(sign: String, bytes: ArraySlice<UInt8>, hasEnd: Bool)] = []
    }

    private static func lines(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            lines.append(Line(bytes: bytes[start..<(end ?? bytes.count)], hasEnd: end != nil))
            start = (end ?? bytes.count) + 1
        }
        return lines
    }

    private static func hunks(_ old: [Line], _ new: [Line]) -> [Hunk] {
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        // All lines in their order, with the places of changes.
        var all: [(sign: String, line: Line)] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if removed.contains(i) {
                all.append(("-", old[i]))
                i += 1
            } else if inserted.contains(j) {
                all.append(("+", new[j]))
                j += 1
            } else {
                all.append((" ", old[i]))
                i += 1
                j += 1
            }
        }
        var shown = Set<Int>()
        for index in all.indices where all[index].sign != " " {
            shown.formUnion(max(0, index - context)..<min(all.count, index + context + 1))
        }
        var hunks: [Hunk] = []
        var isOpen = false
        (i, j) = (0, 0)
        for (index, entry) in all.enumerated() {
            if shown.contains(index) {
                if !isOpen { hunks.append(Hunk(old: .init(start: i), new: .init(start: j))) }
                isOpen = true
                hunks[hunks.count - 1].lines.append((entry.sign, entry.line.bytes, entry.line.hasEnd))
                if entry.sign != "+" { hunks[hunks.count - 1].old.count += 1 }
                if entry.sign != "-" { hunks[hunks.count - 1].new.count += 1 }
            } else {
                isOpen = false
            }
            if entry.sign != "+" { i += 1 }
            if entry.sign != "-" { j += 1 }
        }
        return hunks
    }

    /// A path as git writes it: in quotation marks with escapes, if it holds anything but visible ASCII.
    private static func name(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy {
            (0x21..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { return path }
        var quoted = "\""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                quoted += "\\" + String(UnicodeScalar(byte))
            case 0x20..<0x7F: quoted += String(UnicodeScalar(byte))
            default:
                quoted += "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map { String($0) }.joined()
            }
        }
        return quoted + "\""
    }
}
