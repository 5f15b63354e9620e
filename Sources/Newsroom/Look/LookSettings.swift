import Diagnostics

/// The part `look` of the settings: what makes the site its newsroom's own. Files are named by their paths below `static/`.
package struct LookSettings: Sendable {
    /// The typeface of headlines and texts.
    package enum Typeface: Hashable, Sendable {
        /// The serif typefaces that readers' systems have.
        case serif
        /// The typefaces of their systems' own windows.
        case sans
        /// A font file.
        case file(String)
    }

    /// The logo in the masthead, on light paper.
    package var logo: Located<String>?
    /// The logo on dark paper; the other one without it.
    package var darkLogo: Located<String>?
    /// The icon in tabs and bookmarks.
    package var icon: Located<String>?
    /// The picture that other sites show beside links to pages without a share image of their own.
    package var shareImage: Located<String>?
    /// The same icon as PNG files, in several sizes.
    package var icons: [Located<String>] = []
    /// Whether the icon, a drawing, is drawn in the sizes that systems ask for. Off for the reason of share images.
    package var drawsIcons = false
    /// The colour of links and marks, on light paper.
    package var accent: Located<Colour>?
    /// The same on dark paper; without it the other one, lightened until it can be read.
    package var darkAccent: Located<Colour>?
    /// The typeface; the theme's own without it.
    package var typeface: Located<Typeface>?

    /// Whether every claim has a share image.
    ///
    /// Off unless it is asked for: another program draws them with the computer's own fonts, so that the bytes of the site depend
    /// on more than the newsroom's files and Assay.
    package var drawsCards = false

    /// Makes the look of the theme.
    package init() {}

    /// The colour of links on dark paper.
    package var shownDarkAccent: Colour? {
        darkAccent?.value ?? accent?.value.readable(on: PageGround.dark)
    }

    /// The font file; nil for a typeface of the reader's system.
    package var fontFile: Located<String>? {
        guard let typeface, case .file(let path) = typeface.value else { return nil }
        return Located(path, at: typeface.range)
    }

    /// Whether the site has a look of its own in its head.
    package var isOwn: Bool { logo != nil || icon != nil || accent != nil || typeface != nil }
}

/// An entry of the settings' `menu`.
package struct MenuEntry: Sendable {
    /// What a menu leads to.
    package enum Target: Sendable {
        /// A standing page, by its id.
        case page(Located<String>)
        /// An address on the web, or a path below the site's address.
        case address(Located<String>)
    }

    /// What readers see.
    package let label: String
    /// Where it leads.
    package let target: Target
}

/// A text in the settings, in Markdown.
package struct SettingsText: Sendable {
    /// The Markdown, as a file of its own.
    package let file: SourceFile
    /// The name of the field.
    package let field: String
    /// The byte range of the field's value in the settings.
    package let range: Range<Int>
}
