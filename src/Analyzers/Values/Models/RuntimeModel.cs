namespace PkceAnalyzers.Values.Models;

/// <summary><c>ProofKeyCookie</c> of the Runtime, or the helper that a fix writes in its place.</summary>
static class RuntimeModel
{
    public static void Register(ModelTable table) => table.AddOfProgram(Cookie, "Begin", "Take");

    // It draws the verifier by itself: what names the login is no part of it.
    static Value? Cookie(Interpreter run, Call call) =>
        call.Method?.ContainingType.Name is "ProofKeyCookie" or "PkceProofKeyCookie" or "ProofKeyCookieForCodeExchange"
            ? Unknown.Value
            : null;
}
