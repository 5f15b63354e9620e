import Addresses
import Newsroom

/// The rules that the settings add to the theme's style sheet.
///
/// They stand in the same file, so that no page loads another one, and none needs a style of its own: the pages' policy
/// (`style-src 'self'`) forbids that.
enum LookStyle {
    /// The name of the style sheet that they are added to.
    static let sheet = "assay.css"

    /// The rules; empty for the theme's own look.
    static func css(_ look: LookSettings) -> [UInt8] {
        var css = ""
        if let accent = look.accent?.value {
            let dark = look.shownDarkAccent ?? accent
            css += "@media screen{:root{--accent:\(accent.text)}}"
            css += "@media screen and (prefers-color-scheme:dark){:root{--accent:\(dark.text)}}"
        }
        // Twice the root, because languages with letters of their own name typefaces too.
        switch look.typeface?.value {
        case nil, .serif: break
        case .sans: css += ":root:root{--serif:var(--sans)}"
        case .file(let path):
            let address = "../" + Route(asNamed: path).linkPath
            css +=
                "@font-face{font-family:\"Newsroom\";src:url(\"\(address)\");font-weight:100 900;font-display:swap}"
            css += ":root:root{--serif:\"Newsroom\",Charter,\"Noto Serif\",Georgia,serif}"
        }
        return Array(css.utf8)
    }
}

extension Edition {
    /// The assets of a theme, in the look of the settings.
    package func assets(of theme: SiteTemplates) -> [String: [UInt8]] {
        var assets = theme.assets
        let own = LookStyle.css(records.settings.look)
        if let sheet = assets[LookStyle.sheet], !own.isEmpty { assets[LookStyle.sheet] = sheet + own }
        return assets
    }
}
