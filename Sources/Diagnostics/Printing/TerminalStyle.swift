/// The look of output on a terminal: colour and width.
package struct TerminalStyle: Hashable, Sendable {
    /// Whether colours and bold are written, as ECMA-48 escape sequences.
    package let isColored: Bool

    /// The most columns for a line of a quoted file. Longer lines are cut around their marks.
    package let width: Int

    /// Makes a style; widths under 40 columns are taken as 40.
    package init(isColored: Bool, width: Int = 100) {
        self.isColored = isColored
        self.width = max(width, 40)
    }

    /// No colour and 100 columns: the same everywhere.
    package static let plain = TerminalStyle(isColored: false)

    /// The style that the environment asks for.
    ///
    /// `NO_COLOR` (no-color.org), when not empty, switches colour off, whatever else is set. Otherwise
    /// `CLICOLOR_FORCE` (bixense.com/clicolors), when neither empty nor `0`, switches it on. Otherwise colour
    /// is for terminals, unless `TERM` is `dumb`. `COLUMNS` gives the width.
    package static func suited(isTerminal: Bool, environment: [String: String]) -> TerminalStyle {
        TerminalStyle(
            isColored: asksForColor(isTerminal: isTerminal, environment: environment),
            width: environment["COLUMNS"].flatMap(Int.init) ?? 100
        )
    }

    private static func asksForColor(isTerminal: Bool, environment: [String: String]) -> Bool {
        func isSet(_ name: String) -> Bool { environment[name].map { !$0.isEmpty } ?? false }
        if isSet("NO_COLOR") { return false }
        if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" { return true }
        return isTerminal && environment["TERM"] != "dumb"
    }

    /// The role of a piece of output, which has its colour.
    enum Role: String {
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case strong = "1"
        case gutter = "1;34"
        case help = "1;32"

        init(_ severity: Diagnostic.Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            case .note: self = .note
            }
        }
    }

    /// A text of strangers with some places marked: bold, or between asterisks where there are no colours.
    /// - Parameter places: sorted, without overlaps, in bytes of UTF-8 on the bounds of characters.
    package func marked(_ text: String, _ places: [Range<Int>]) -> String {
        let bytes = Array(text.utf8)
        var marked = ""
        var done = 0
        func part(_ range: Range<Int>) -> String {
            TerminalText.safe(String(decoding: bytes[range], as: UTF8.self))
        }
        for place in places where place.lowerBound >= done && place.upperBound <= bytes.count {
            let words = part(place)
            marked += part(done..<place.lowerBound) + (isColored ? paint(words, .strong) : "*\(words)*")
            done = place.upperBound
        }
        return marked + part(done..<bytes.count)
    }

    /// The text in the colour of its role, or as it is.
    func paint(_ text: String, _ role: Role) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
