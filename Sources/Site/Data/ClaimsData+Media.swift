import Addresses
import Diagnostics
import Newsroom

extension ClaimsData {
    /// Writes an occasion on which a claim was made with a medium; nothing if the medium is not in the edition.
    func occasion(_ occasion: MediumOccasion, to json: inout JSONWriter) {
        guard let medium = edition.medium(occasion.medium.value) else { return }
        json.object { json in
            json.add("media", medium.id)
            json.add("kind", occasion.kind.rawValue)
            json.add("by", occasion.by.flatMap { edition.records.profiles[$0.value] }, profile)
            json.add("date", occasion.date?.value)
            json.add("quote", occasion.quote.value)
            json.add("locator", occasion.locator)
        }
    }

    /// Writes a medium: what it is, where its file is, and where it was seen.
    func medium(_ medium: Medium, to json: inout JSONWriter) {
        let file = medium.content
        json.object { json in
            json.add("id", medium.id)
            json.add("kind", medium.mediumKind.rawValue)
            json.add("url", edition.fileAddress(of: medium))
            json.add("type", file?.inspected.format.mediaType)
            json.add("bytes", file?.publishedCount(keepsMetadata: medium.keepsMetadata))
            json.add("width", file?.inspected.size?.width)
            json.add("height", file?.inspected.size?.height)
            json.add("sha256", file?.sha256)
            json.add("alt", medium.alt?.value)
            json.add("caption", medium.caption?.value)
            json.add("credit", medium.credit?.value)
            json.add("licence", medium.licence?.value)
            json.add("made", medium.made?.value)
            json.add("authenticity", medium.authenticity?.value.rawValue)
            json.add("original", medium.original?.value)
            json.add("mark", medium.mark?.value)
            json.add("warning", medium.warning?.value)
            json.arrayUnlessEmpty("appears_at", medium.appearsAt, place)
        }
    }

    private func place(_ place: MediumAppearance, to json: inout JSONWriter) {
        json.object { json in
            json.add("url", place.url.value)
            json.add("date", place.date?.value)
            json.add("by", place.by?.value)
            json.arrayUnlessEmpty("archived", place.archived.map(\.value))
        }
    }
}

extension EditionReader {
    /// The absolute address of a medium's file, on the site or elsewhere; nil where readers have none.
    func fileAddress(of medium: Medium) -> String? {
        medium.route.map(address) ?? medium.addressElsewhere(at: nil)
    }

    /// The media of a claim, with the originals that are shown beside them.
    func mediaWithOriginals(of rated: RatedClaim) -> [Medium] {
        let media = media(of: rated)
        let originals = media.compactMap { $0.originalMedium.flatMap { medium($0.value) } }
        var seen: Set<String> = []
        return (media + originals).filter { seen.insert($0.id).inserted }
    }
}

extension ClaimsData {
    static let occasionSchema = record(
        ["media", "kind", "quote"],
        .object([
            "media": text("The id of the medium, which `media` describes."),
            "kind": choice("What was done on this occasion.", Appearance.Kind.allCases),
            "by": described(
                "Who said it, when that was not the claimant.",
                .object(["$ref": "#/$defs/profile"])
            ),
            "date": date("When, if that differs from when the claim was made."),
            "quote": text("The exact words in it, or with it."),
            "locator": text("The place in it: `t=12`, `page=3`."),
        ])
    )

    static let mediumSchema = record(
        ["id", "kind"],
        .object([
            "id": text("The id."),
            "kind": choice("What it is.", Medium.MediumKind.allCases),
            "url": address("The file, as it goes out."),
            "type": text("The media type of the file (RFC 6838)."),
            "bytes": number("The size of the file as it goes out."),
            "width": number("In pixels, as it is shown."),
            "height": number("In pixels, as it is shown."),
            "sha256": text(
                "The SHA-256 of the newsroom's own file, which reviewers signed. The file that goes out may be without metadata."
            ),
            "alt": text("What it shows, for those who cannot see it."),
            "caption": text("What readers are told of it."),
            "credit": text("Who made it, or whose it is."),
            "licence": text("On what terms it is shown."),
            "made": date("When it was made."),
            "authenticity": choice("What was done to it.", Medium.Authenticity.allCases),
            "original": text("What it was made from: the id of a medium, or an address."),
            "mark": text("The id of the ruling that stands over it. Do not show it without."),
            "warning": text("Why readers may not want to see it. Cover it until they ask."),
            "appears_at": list("Where it was seen.", of: "place"),
        ])
    )

    static let placeSchema = record(
        ["url"],
        .object([
            "url": address("The address."), "date": date("When it was put there."),
            "by": text("Who put it there."), "archived": addresses("Archived copies."),
        ])
    )

    private static func number(_ description: String) -> JSONValue {
        described(description, .object(["type": "integer", "minimum": 1]))
    }
}
