/// A file of the site, ready to be written.
public struct RenderedFile: Sendable {
    /// Its place in the output folder.
    public let route: Route
    /// Its content.
    public let bytes: [UInt8]
    /// What it was made from; empty for files that come from the theme alone.
    public let inputs: Set<PageInput>

    /// Makes a file.
    public init(route: Route, bytes: [UInt8], inputs: Set<PageInput> = []) {
        self.route = route
        self.bytes = bytes
        self.inputs = inputs
    }
}
