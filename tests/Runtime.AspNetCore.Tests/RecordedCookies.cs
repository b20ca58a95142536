using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PkceAnalyzers.Runtime.AspNetCore.Tests;

/// <summary>The cookies of a response with what does not go out with them.</summary>
sealed class RecordedCookies : IResponseCookiesFeature, IResponseCookies
{
    public List<CookieOptions> Options { get; } = [];

    public IResponseCookies Cookies => this;

    public void Append(string key, string value) => throw new NotSupportedException();

    public void Append(string key, string value, CookieOptions options) => Options.Add(options);

    public void Delete(string key) => throw new NotSupportedException();

    public void Delete(string key, CookieOptions options) => throw new NotSupportedException();
}
