/// The formats that are imported, by the words of the option `--from`.
package enum ImportFormat: String, Hashable, Sendable, CaseIterable {
    case claimReview = "claimreview"
    case factCheckTools = "fact-check-tools"
    case assay
    case table
    case rss
    case atom
    case jsonFeed = "json-feed"
    case webVTT = "webvtt"
    case srt
    case transcript

    /// The name, for sentences.
    package var name: String {
        switch self {
        case .claimReview: "ClaimReview"
        case .factCheckTools: "an answer of Google's Fact Check Tools"
        case .assay: "data of an Assay site"
        case .table: "a table"
        case .rss: "RSS"
        case .atom: "Atom"
        case .jsonFeed: "JSON Feed"
        case .webVTT: "WebVTT"
        case .srt: "SRT"
        case .transcript: "a transcript"
        }
    }
}
