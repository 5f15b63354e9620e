import Addresses
import Files
import Media
import Newsroom

/// The smaller copies of a site's pictures, of which browsers take the one that they need.
package struct PictureCopies: Sendable {
    /// A copy of a picture.
    struct Copy: Sendable {
        let width: Int
        let route: Route
    }

    /// The widths, in pixels: a telephone, a large one or a small window, and the text's column on a sharp screen.
    package static let widths = [480, 960, 1600]
    /// The folder of copies in `.assay/`.
    package static let folder = "pictures"
    /// The largest copy that is taken over, in bytes.
    package static let sizeLimit = 8 * 1024 * 1024

    /// No copies.
    package static let none = PictureCopies(names: [], root: "")

    private let names: Set<String>
    private let root: String

    /// Takes over copies that were made.
    /// - Parameters:
    ///   - names: the names of the files in `.assay/pictures`.
    ///   - root: the newsroom's folder.
    package init(names: Set<String>, root: String) {
        self.names = names
        self.root = root
    }

    /// The name of everything that is kept of a picture, without ending: the beginning of its SHA-256.
    package static func stem(_ file: MediumFile) -> String { String(file.sha256.prefix(32)) }

    /// The name of a copy.
    package static func name(_ file: MediumFile, width: Int) -> String {
        "\(stem(file))-\(width).\(file.inspected.format.ending)"
    }

    /// The widths in which a picture has copies: those that spare a reader a good part of it.
    ///
    /// Animations and drawings have none, and AVIF is small as it is.
    package static func widths(of file: MediumFile) -> [Int] {
        guard [.jpeg, .png, .webp].contains(file.inspected.format), !file.inspected.isAnimated,
            let size = file.inspected.size
        else { return [] }
        return widths.filter { $0 * 5 <= size.width * 4 }
    }

    /// The copies of a medium's picture, narrowest first; those that were not made are left out.
    func copies(of medium: Medium) -> [Copy] {
        guard let file = medium.content, !names.isEmpty else { return [] }
        return Self.widths(of: file).filter { names.contains(Self.name(file, width: $0)) }.map { width in
            Copy(width: width, route: .medium(medium.id, ending: file.inspected.format.ending, width: width))
        }
    }

    /// The bytes of a copy.
    func contents(_ file: MediumFile, width: Int) throws(FileProblem) -> [UInt8] {
        guard
            let bytes = OwnFile("\(Self.folder)/\(Self.name(file, width: width))", in: root)
                .contents(limit: Self.sizeLimit)
        else { throw .missing }
        return bytes
    }
}
