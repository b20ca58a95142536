using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of Flurl and Flurl.Http that the tests use.</summary>
static class Flurl
{
    public static readonly MetadataReference Reference = Library.Compile("Flurl.Http", """
        using System.Threading.Tasks;

        namespace Flurl
        {
            public class Url
            {
                public Url(string baseUrl) { }
                public static implicit operator string(Url url) => null;
                public static implicit operator Url(string url) => null;
                public Url SetQueryParam(string name, object value) => this;
                public Url SetQueryParams(object values) => this;
                public Url AppendPathSegment(object segment) => this;
                public static string Combine(params string[] parts) => null;
            }

            public static class GeneratedExtensions
            {
                public static Url SetQueryParam(this string url, string name, object value) => null;
                public static Url SetQueryParams(this string url, object values) => null;
                public static Url AppendPathSegment(this string url, object segment) => null;
            }
        }

        namespace Flurl.Http
        {
            public interface IFlurlResponse { }

            public static class GeneratedExtensions
            {
                public static Task<IFlurlResponse> PostUrlEncodedAsync(this string url, object body) => null;
                public static Task<IFlurlResponse> PostUrlEncodedAsync(this Url url, object body) => null;
                public static Task<IFlurlResponse> PostJsonAsync(this string url, object body) => null;
                public static Task<IFlurlResponse> GetAsync(this Url url) => null;
            }
        }
        """);
}
