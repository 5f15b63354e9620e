import Addresses
import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// Writes a `MediaReview` (schema.org): what was done to a medium, and where it was seen.
    func mediaReview(_ subject: (medium: Medium, review: Review), to json: inout JSONWriter) {
        let (medium, review) = subject
        let page = edition.address(.claim(review.rated.claim.id))
        json.object { json in
            json.add("@type", "MediaReview")
            json.add("@id", page + "#media-" + medium.id)
            json.add("url", page)
            json.add("datePublished", review.published)
            json.add("dateModified", review.lastChanged)
            publisher("author", to: &json)
            json.add("mediaAuthenticityCategory", medium.authenticity?.value.schemaName)
            json.add("originalMediaLink", originalLink(of: medium))
            let context = medium.originalMedium.flatMap { edition.medium($0.value) }?.caption?.value
            json.add("originalMediaContextDescription", context)
            json.object("itemReviewed") { json in
                json.add("@type", "MediaReviewItem")
                json.add("name", medium.title)
                json.arrayUnlessEmpty(
                    "mediaItemAppearance",
                    medium.appearsAt.map { ($0, medium) },
                    appearance
                )
            }
        }
    }

    /// The address of the original: where it was seen, or else the newsroom's own copy.
    private func originalLink(of medium: Medium) -> String? {
        if let address = medium.originalAddress { return WebAddress.linkable(address.value) }
        guard let original = medium.originalMedium.flatMap({ edition.medium($0.value) }) else { return nil }
        return original.appearsAt.lazy.compactMap { WebAddress.linkable($0.url.value) }.first
            ?? original.route.map(edition.address) ?? WebAddress.linkable(original.url?.value)
    }

    /// Writes a place where a medium was seen.
    func appearance(
        _ place: (appearance: MediumAppearance, medium: Medium),
        to json: inout JSONWriter
    ) {
        json.object { json in
            json.add("@type", place.medium.mediumKind.schemaType)
            json.add("url", WebAddress.linkable(place.appearance.url.value))
            json.add("datePublished", Self.date(place.appearance.date?.value))
            let archived = place.appearance.archived.compactMap { WebAddress.linkable($0.value) }
            json.oneOrMany("archivedAt", archived) { $1.add($0) }
            json.add("creator", place.appearance.by?.value) { name, json in
                json.object { json in
                    json.add("@type", "Person")
                    json.add("name", name)
                }
            }
        }
    }
}

extension Medium.Authenticity {
    /// The name of the category (schema.org `MediaManipulationRatingEnumeration`).
    var schemaName: String {
        switch self {
        case .decontextualized: "DecontextualizedContent"
        case .editedOrCropped: "EditedOrCroppedContent"
        case .original: "OriginalMediaContent"
        case .satireOrParody: "SatireOrParodyContent"
        case .staged: "StagedContent"
        case .transformed: "TransformedContent"
        }
    }
}

extension Medium.MediumKind {
    /// The type of the medium (schema.org).
    fileprivate var schemaType: String {
        switch self {
        case .image: "ImageObject"
        case .audio: "AudioObject"
        case .video: "VideoObject"
        case .document: "DigitalDocument"
        case .post: "SocialMediaPosting"
        }
    }
}
