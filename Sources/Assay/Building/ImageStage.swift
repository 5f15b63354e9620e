import Diagnostics
import Editorial
import Site

/// Takes care of the images that other programs make: smaller copies of pictures, and share images, which may show one of these.
enum ImageStage {
    /// What came of it.
    struct Outcome: Sendable {
        let made: SiteImages
        let findings: [Diagnostic]
        /// The names of what could not be made, sorted.
        let missing: [String]
    }

    static func prepare(_ edition: Edition, _ checked: CheckedNewsroom, in root: String) async -> Outcome {
        let known = checked.state.loaded.mediaFiles.map(\.sha256)
        let pictures = await PictureStage.prepare(edition, known: known, in: root)
        let (cards, findings, failed) = await CardStage.prepare(
            edition,
            checked.theme,
            pictures.copies,
            in: root
        )
        return Outcome(
            made: SiteImages(cards: cards, copies: pictures.copies),
            findings: pictures.findings + findings,
            missing: pictures.failed + failed
        )
    }
}
