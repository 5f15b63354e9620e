import Diagnostics

extension LookSettings {
    static let fields: [FieldDescription] = [
        .init("logo", .text, .ofTheSite, "a picture in `static/`, shown in the place of the name"),
        .init("logo-dark", .text, .ofTheSite, "the same for dark paper"),
        .init("icon", .text, .ofTheSite, "an SVG or PNG in `static/`, for tabs and bookmarks"),
        .init("share-image", .text, .ofTheSite, "a PNG or JPEG in `static/`, shown beside links to the site"),
        .init("icons", .list(.text), .ofTheSite, "the icon as PNG files in `static/`, in several sizes"),
        .init("draw-icons", .flag, .ofTheSite, "whether an SVG icon is drawn in these sizes; no if left out"),
        .init("accent", .text, .ofTheSite, "the colour of links, such as `#0b4a7a`"),
        .init("accent-dark", .text, .ofTheSite, "the same for dark paper"),
        .init("typeface", .text, .ofTheSite, "`serif`, `sans`, or a font file in `static/`"),
        .init("cards", .flag, .ofTheSite, "whether every claim has a share image; no if left out"),
    ]

    init(_ fields: inout FieldReader) {
        self.init()
        logo = fields.staticFile("logo")
        darkLogo = fields.staticFile("logo-dark")
        icon = fields.staticFile("icon")
        shareImage = fields.staticFile("share-image")
        icons = fields.texts("icons").map { StaticFiles.located($0) }
        drawsIcons = fields.flag("draw-icons")
        accent = fields.colour("accent")
        darkAccent = fields.colour("accent-dark")
        typeface = fields.typeface("typeface")
        drawsCards = fields.flag("cards")
        for (name, other, isAlone) in [
            ("logo-dark", "logo", logo == nil && darkLogo != nil),
            ("accent-dark", "accent", accent == nil && darkAccent != nil),
            ("icons", "icon", icon == nil && !icons.isEmpty),
            ("draw-icons", "icon", icon == nil && drawsIcons),
        ] where isAlone {
            fields.report(
                .missingField,
                "`\(name)` stands without `\(other)`",
                at: fields.range(of: name),
                help: other == "icon"
                    ? "add `icon`, the file for tabs" : "add `\(other)`, which light paper has"
            )
        }
    }
}

extension MenuEntry {
    static let fields: [FieldDescription] = [
        .init("label", .text, .ofTheSite, needed: true, "what readers see"),
        .init("page", .reference(.page), .ofTheSite, "the standing page that it leads to"),
        .init("address", .text, .ofTheSite, "or an address, or a path of the site such as `topics/`"),
    ]

    init?(_ fields: inout FieldReader) {
        let label = fields.text("label")
        let page = fields.text("page")
        let address = fields.text("address")
        guard let label else { return nil }
        switch (page, address) {
        case (let page?, nil): self.init(label: label.value, target: .page(page))
        case (nil, let address?): self.init(label: label.value, target: .address(address))
        default:
            fields.report(
                .missingField,
                "an entry of the menu leads to one place",
                at: label.range,
                help: "write `page:` with the id of a standing page, or `address:`, and not both"
            )
            return nil
        }
    }
}

extension StaticFiles {
    /// The path of a file below `static/`, which may be typed with the folder's name.
    fileprivate static func located(_ typed: Located<String>) -> Located<String> {
        let prefix = folder + "/"
        return typed.value.hasPrefix(prefix)
            ? Located(String(typed.value.dropFirst(prefix.count)), at: typed.range) : typed
    }
}

extension FieldReader {
    /// The path of a file below `static/`, which may be typed with the folder's name.
    mutating func staticFile(_ name: String) -> Located<String>? {
        text(name).map { StaticFiles.located($0) }
    }

    /// A colour; nil, with a finding, if it is none.
    fileprivate mutating func colour(_ name: String) -> Located<Colour>? {
        guard let typed = text(name) else { return nil }
        if let colour = Colour(typed.value) { return Located(colour, at: typed.range) }
        report(
            .wrongType,
            "`\(name)` is no colour",
            at: typed.range,
            help: "write it in quotation marks, like \"#0b4a7a\""
        )
        return nil
    }

    fileprivate mutating func typeface(_ name: String) -> Located<LookSettings.Typeface>? {
        guard let file = staticFile(name) else { return nil }
        switch file.value {
        case "serif": return Located(.serif, at: file.range)
        case "sans": return Located(.sans, at: file.range)
        default: return Located(.file(file.value), at: file.range)
        }
    }

    /// A text in Markdown, as a file of its own.
    mutating func markdown(_ name: String) -> SettingsText? {
        text(name).map { typed in
            SettingsText(
                file: SourceFile(path: file.path, bytes: Array(typed.value.utf8)),
                field: name,
                range: typed.range
            )
        }
    }

    /// A handle of the fediverse: `@desk@news.example`.
    mutating func fediverseHandle(_ name: String) -> String? {
        guard let typed = text(name) else { return nil }
        let parts = typed.value.split(separator: "@", omittingEmptySubsequences: false)
        let isHandle =
            parts.count == 3 && parts[0].isEmpty && !parts[1].isEmpty && parts[2].contains(".")
            && typed.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
        if isHandle { return typed.value }
        report(
            .wrongType,
            "`\(name)` is no handle",
            at: typed.range,
            help: "write it in quotation marks, like \"@desk@news.example\""
        )
        return nil
    }
}
