import Addresses
import Files
import Newsroom

/// The files of media, as they go out: without metadata, unless their records keep it.
package enum MediaFiles {
    /// The files of an edition. Each is read when it is written.
    package static func files(of edition: Edition) -> [RenderedFile] {
        edition.records.media.flatMap { medium -> [RenderedFile] in
            guard let content = medium.content, let route = medium.route,
                let number = edition.numbers.number(.medium, medium.id)
            else { return [] }
            // A picture cannot lead on: it is at the addresses that it had, too.
            let former = edition.records.formerIDs.former(.record(.medium), medium.id).map {
                Route.medium($0, ending: content.inspected.format.ending)
            }
            return ([route] + former).map { route in
                RenderedFile(
                    route: route,
                    content: .read { () throws(FileProblem) in
                        try content.published(keepsMetadata: medium.keepsMetadata)
                    },
                    inputs: [edition.inputs.number(.front, ofRecord: number)]
                )
            }
        }
    }
}
