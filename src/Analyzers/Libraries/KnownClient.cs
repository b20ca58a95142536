namespace PkceAnalyzers.Libraries;

/// <summary>A client of an authorization server, as code shows it: an authorization request, or a library that is set up to make
/// one.</summary>
/// <param name="Id">Its <c>client_id</c>.</param>
/// <param name="SendsProofKey">Whether it is known to send a code challenge whenever it asks for a code.</param>
readonly record struct KnownClient(string Id, bool SendsProofKey);
