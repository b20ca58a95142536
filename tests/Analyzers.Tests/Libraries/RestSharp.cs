using Microsoft.CodeAnalysis;

namespace PkceAnalyzers.Tests.Libraries;

/// <summary>The part of RestSharp before version 107 that the tests use.</summary>
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
}
