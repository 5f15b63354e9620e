import Newsroom

extension Medium {
    /// Where readers find a file that does not go out with the site: at the newsroom's own address for it, in an archived copy, or
    /// where it was seen.
    package var readersAddress: String? {
        let places = appearsAt.flatMap(\.archived) + appearsAt.map(\.url)
        return ([url].compactMap(\.self) + places).lazy.compactMap { WebAddress.linkable($0.value) }.first
    }
}
