/** The specs ask the server as it serves: unless told, graphql looks at every value for a second copy of itself. */
process.env.NODE_ENV = 'production';
