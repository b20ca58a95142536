using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The parts of RestSharp that the tests use, before and from version 107 on.</summary>
static class RestSharp
{
    public static readonly MetadataReference Version106 = Library.Compile("RestSharp", """
        namespace RestSharp
        {
            public enum Method { GET, POST }
            public enum ParameterType { GetOrPost, RequestBody, QueryString }
            public interface IRestRequest
            {
                IRestRequest AddParameter(string name, object value);
                IRestRequest AddParameter(string name, object value, ParameterType type);
                IRestRequest AddQueryParameter(string name, string value);
                IRestRequest AddHeader(string name, string value);
                IRestRequest AddJsonBody(object body);
            }
            public class RestRequest : IRestRequest
            {
                public RestRequest() { }
                public RestRequest(Method method) { }
                public RestRequest(string resource, Method method) { }
                public IRestRequest AddParameter(string name, object value) => this;
                public IRestRequest AddParameter(string name, object value, ParameterType type) => this;
                public IRestRequest AddQueryParameter(string name, string value) => this;
                public IRestRequest AddHeader(string name, string value) => this;
                public IRestRequest AddJsonBody(object body) => this;
            }
            public interface IRestResponse { string Content { get; } }
            public class RestClient
            {
                public RestClient(string baseUrl) { }
                public IRestResponse Execute(IRestRequest request) => null;
                public System.Uri BuildUri(IRestRequest request) => null;
            }
        }
        """);

    public static readonly MetadataReference Version107 = Library.Compile("RestSharp", """
        using System.Threading.Tasks;

        namespace RestSharp
        {
            public enum Method { Get, Post }
            public class RestRequest
            {
                public RestRequest() { }
                public RestRequest(string resource, Method method = Method.Get) { }
            }
            public static class RestRequestExtensions
            {
                public static RestRequest AddParameter(this RestRequest request, string name, string value, bool encode = true) => request;
                public static RestRequest AddQueryParameter(this RestRequest request, string name, string value, bool encode = true) => request;
                public static RestRequest AddOrUpdateParameter(this RestRequest request, string name, string value, bool encode = true) => request;
                public static RestRequest AddObject<T>(this RestRequest request, T obj) where T : class => request;
                public static RestRequest AddJsonBody<T>(this RestRequest request, T obj) where T : class => request;
            }
            public class RestResponse { public string Content { get; set; } }
            public class RestClient
            {
                public RestClient(string baseUrl) { }
                public Task<RestResponse> ExecuteAsync(RestRequest request) => null;
                public System.Uri BuildUri(RestRequest request) => null;
            }
        }
        """);
}
