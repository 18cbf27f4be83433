export { SchemaForm, type SchemaFormProps } from './SchemaForm.tsx'
