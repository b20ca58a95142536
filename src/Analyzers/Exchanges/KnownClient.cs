using PkceAnalyzers.Requests;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Exchanges;

/// <summary>A client of an authorization server, as code shows it: an authorization request, or a library that is set up to make
/// one.</summary>
/// <param name="Id">Its <c>client_id</c>.</param>
/// <param name="SendsProofKey">Whether it is known to send a code challenge whenever it asks for a code.</param>
readonly record struct KnownClient(string Id, bool SendsProofKey)
{
    /// <summary>The clients whose <c>client_id</c> is a constant, in one file.</summary>
    public static IEnumerable<KnownClient> In(FileModel file, CancellationToken cancellation) =>
        file
            .Requests.SelectMany(OfRequest)
            .Concat(
                ClientRegistration
                    .In(file.Model.SyntaxTree, file.Cache, file.Project, cancellation)
                    .Select(registered => new KnownClient(registered.Id, registered.SendsProofKey))
            );

    static IEnumerable<KnownClient> OfRequest(Request request) =>
        request.Kind != RequestKind.Authorization
            ? []
            : request
                .All(WireNames.ClientId)
                .SelectMany(parameter => parameter.Value.Alternatives)
                .OfType<Text>()
                .Where(text => text.Exact is not null)
                .Select(text => new KnownClient(text.Exact!, request.Proof == Presence.Always));
}
