import { Global, Module } from '@nestjs/common';
import { BytesController } from './bytes.controller';
import { AgreementVersionsResolver, VersionResolver } from './versions.resolver';
import { VersionsService } from './versions.service';

/** What has been frozen. */
@Global()
@Module({
  controllers: [BytesController],
  providers: [VersionsService, VersionResolver, AgreementVersionsResolver],
  exports: [VersionsService],
})
export class VersionsModule {}
