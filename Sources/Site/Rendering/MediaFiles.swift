import Addresses
import Files
import Newsroom

/// The files of media, as they go out: without metadata, unless their records keep it.
package enum MediaFiles {
    /// The files of an edition, and the smaller copies of its pictures. Each is read when it is written.
    package static func files(of edition: Edition, _ copies: PictureCopies = .none) -> [RenderedFile] {
        edition.records.media.flatMap { medium -> [RenderedFile] in
            guard let file = medium.content, let route = medium.route,
                let number = edition.numbers.number(.medium, medium.id)
            else { return [] }
            let inputs = [edition.inputs.number(.front, ofRecord: number)]
            let own = content(of: file, keepsMetadata: medium.keepsMetadata)
            // A picture cannot lead on: it is at the addresses that it had, too.
            let former = edition.records.formerIDs.former(.record(.medium), medium.id).map {
                Route.medium($0, ending: file.inspected.format.ending)
            }
            return ([route] + former).map { RenderedFile(route: $0, content: own, inputs: inputs) }
                + copies.copies(of: medium).map { copy in
                    let content = FileContent.read { () throws(FileProblem) in
                        try copies.contents(file, width: copy.width)
                    }
                    return RenderedFile(route: copy.route, content: content, inputs: inputs)
                }
        }
    }

    private static func content(of file: MediumFile, keepsMetadata: Bool) -> FileContent {
        if file.inspected.format.family == .image {
            return .read { () throws(FileProblem) in try file.published(keepsMetadata: keepsMetadata) }
        }
        return .copied { (take: ([UInt8]) -> Void) throws(FileProblem) in try file.readPieces(take) }
    }
}
