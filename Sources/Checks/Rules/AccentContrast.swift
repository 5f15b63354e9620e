import Diagnostics
import Newsroom

/// An accent colour in which links cannot be read.
struct AccentContrast: Rule {
    static let guide = RuleGuide(
        RuleID("accent-contrast", .warning),
        "Links in the accent colour can be read, on light paper and on dark.",
        why: """
            Links have the accent colour. Readers with weak eyes, a dim screen or the sun behind them need a contrast of 4.5 to
            1 with the paper (WCAG 2.2, criterion 1.4.3), and so does the law in many countries.
            """,
        fix: """
            Take a darker colour for light paper, and a lighter one (`accent-dark`) for dark paper. Without `accent-dark` the
            accent is lightened until it can be read. The papers are those of the theme's style sheet.
            """,
        wrong: "look:\n  accent: \"#ff8800\"",
        right: "look:\n  accent: \"#a85a00\""
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        return [
            (settings.look.accent, PageGround.light, "light"),
            (settings.look.darkAccent, PageGround.dark, "dark"),
        ].compactMap { accent, grounds, paper in
            guard let accent, accent.value.contrast(withEach: grounds) < Colour.leastContrast else {
                return nil
            }
            let near = accent.value.readable(on: grounds).text
            return Finding(
                "the accent \(accent.value.text) has a contrast of \(Self.ratio(accent.value, grounds)) to 1 with \(paper) paper, and needs 4.5",
                at: settings.span(accent),
                help: "the nearest colour that can be read there is \"\(near)\""
            )
        }
    }

    /// The ratio with one decimal, rounded down: 4.49 is no 4.5.
    private static func ratio(_ accent: Colour, _ grounds: [Colour]) -> String {
        let tenths = Int(accent.contrast(withEach: grounds) * 10)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
