import Checks
import Diagnostics
import Editorial
import Files
import Newsroom
import Site

/// Takes care that the share images of an edition are drawn. Those of earlier builds stay in `.assay/cards`, by the digest of
/// what they show, so that only new ones are drawn.
enum CardStage {
    /// The images, and what is wrong with their template; a note when they cannot be drawn.
    static func prepare(
        _ edition: Edition,
        _ theme: Theme,
        _ copies: PictureCopies,
        in root: String
    ) async -> (cards: ShareCards, findings: [Diagnostic], failed: [String]) {
        let look = edition.records.settings.look
        guard look.drawsCards || look.drawsIcons, !edition.includesDrafts else { return (.none, [], []) }
        let drawings = await ShareCards.drawings(
            of: edition,
            theme: theme.templates,
            words: theme.words,
            copies: copies
        )
        let findings = Set(drawings.flatMap(\.findings)).sorted()
        if findings.hasErrors { return (.none, findings, []) }
        let isDrawn = await drawings.concurrentMap { drawing in
            ShareCards.file(drawing.name, in: root).contents(limit: ShareCards.sizeLimit) != nil
        }
        let missing = zip(drawings, isDrawn).filter { !$1 }.map(\.0)
        let canDraw = missing.isEmpty || CardPainter.isInstalled
        let boxed = canDraw ? await withoutFonts(missing) : [:]
        let drawable = missing.filter { boxed[$0.name] == nil }
        let unpainted = canDraw ? await draw(drawable, in: root) : Set(missing.map(\.name))
        let failed = unpainted.union(boxed.keys)
        forget(besides: Set(drawings.map(\.name)), in: root)
        let drawn = drawings.filter { !failed.contains($0.name) }
        let reason =
            canDraw
            ? "\(unpainted.count) of them could not be drawn"
            : "the program `\(CardPainter.program)` is not installed"
        let notes =
            (unpainted.isEmpty ? [] : note(reason, paintHelp, edition))
            + (boxed.isEmpty ? [] : note(letters(of: boxed), fontHelp, edition))
        return (ShareCards(drawn, root: root), findings + notes, canDraw ? failed.sorted() : [])
    }

    /// The drawings in which boxes would stand for letters, by their names, with the first such letter of each.
    private static func withoutFonts(_ drawings: [ShareCards.Drawing]) async -> [String: Unicode.Scalar] {
        let texts = drawings.filter { $0.subject != .icon }.map {
            ($0.name, String(decoding: $0.svg, as: UTF8.self))
        }
        // Every computer that draws has a font of plain letters.
        guard texts.contains(where: { !$0.1.utf8.allSatisfy { $0 < 0x80 } }),
            let fonts = await InstalledFonts.read()
        else { return [:] }
        let missing = texts.compactMap { name, text in fonts.firstMissing(in: text).map { (name, $0) } }
        return Dictionary(missing) { first, _ in first }
    }

    private static func letters(of boxed: [String: Unicode.Scalar]) -> String {
        let letters = Set(boxed.values).sorted { $0.value < $1.value }
        let named = letters.prefix(3).map { letter in
            let digits = String(letter.value, radix: 16, uppercase: true)
            return "“\(letter)” (U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits))"
        }
        return "\(boxed.count) of them have letters for which this computer has no font, such as "
            + named.joined(separator: ", ")
    }

    /// Draws images, as many at once as there are workers.
    /// - Returns: the names of those that could not be drawn.
    private static func draw(_ drawings: [ShareCards.Drawing], in root: String) async -> Set<String> {
        await withTaskGroup(of: String?.self) { group in
            var failed: Set<String> = []
            for (index, drawing) in drawings.enumerated() {
                if index >= Workers.count, let name = await group.next() ?? nil { failed.insert(name) }
                if Task.isCancelled { break }
                group.addTask { await draw(drawing, in: root) ? nil : drawing.name }
            }
            for await case let name? in group { failed.insert(name) }
            return failed
        }
    }

    private static func draw(_ drawing: ShareCards.Drawing, in root: String) async -> Bool {
        let folder = "\(root)/.assay/\(ShareCards.folder)"
        let source = ShareCards.file(drawing.name, ending: "svg", in: root)
        defer { StoredFile.remove("\(folder)/\(drawing.name).svg") }
        if let image = drawing.image {
            guard let bytes = try? image.read(),
                (try? OwnFile("\(ShareCards.folder)/\(image.name)", in: root).replace(with: bytes)) != nil
            else { return false }
        }
        defer { drawing.image.map { StoredFile.remove("\(folder)/\($0.name)") } }
        guard (try? source.replace(with: drawing.svg)) != nil,
            let image = await CardPainter.draw(
                drawing.name,
                width: drawing.size.width,
                height: drawing.size.height,
                // A telephone would show what is transparent as black.
                isOpaque: drawing.subject == .icon && drawing.size.width == 180,
                in: folder,
                limit: ShareCards.sizeLimit
            )
        else { return false }
        return (try? ShareCards.file(drawing.name, in: root).replace(with: image)) != nil
    }

    /// Removes images that no claim has any more.
    private static func forget(besides names: Set<String>, in root: String) {
        let folder = "\(root)/.assay/\(ShareCards.folder)"
        guard let tree = try? FileTree(root: folder) else { return }
        for name in tree.names(in: "")
        where !(name.hasSuffix(".png") && names.contains(String(name.dropLast(4)))) {
            StoredFile.remove(folder + "/" + name)
        }
    }

    private static let paintHelp =
        "install librsvg (Debian: `librsvg2-bin`, macOS: `librsvg`), or take `cards` and `draw-icons` out of `look`"
    private static let fontHelp =
        "install a font that has them (Debian: `fonts-noto-core`, `fonts-noto-cjk`, `fonts-noto-color-emoji`); the next build draws what is missing"

    /// The note, in the severity that the newsroom gave it.
    private static func note(_ reason: String, _ help: String, _ edition: Edition) -> [Diagnostic] {
        let settings = edition.records.settings
        let note = Diagnostic(
            rule: .shareImages,
            message: "the site has not all images that `look` asks for: \(reason)",
            span: settings.file.startSpan,
            help: help
        )
        return Checks.adjusted([note], by: settings)
    }
}
